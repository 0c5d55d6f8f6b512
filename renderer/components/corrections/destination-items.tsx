import { itemTarget } from '../../../shared/corrections/item-target.ts';
import type { Destination, ItemTextPart, PlainSection } from '../../../shared/model/correction.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { MenuAction, MenuGroup, Submenu } from '../menu.tsx';

const itemParts: Record<ItemTextPart, string> = {
  'claims-administrator': 'Claims administrator’s guideline',
  reviewer: 'Reviewer’s guideline',
  rationale: 'Rationale',
};

const sections: Record<PlainSection, string> = {
  header: 'Header of the letter',
  'how-made': 'How the determination was made',
  credentials: 'Reviewer’s credentials',
  documents: 'Documents reviewed',
  closing: 'Closing',
};

/** The places of a letter that a text can be assigned to, as entries of a menu. */
export function DestinationItems({ parse, onChoose }: { parse: LetterParse; onChoose: (to: Destination) => void }) {
  return (
    <>
      <MenuAction text="Clinical case summary" onAction={() => onChoose({ part: 'summary' })} />
      {parse.case.items.map(({ ordinal, title }) => {
        const item = itemTarget(parse, ordinal);
        return (
          item && (
            <Submenu key={ordinal} text={`Item ${ordinal}: ${title || 'without a title'}`}>
              {entries(itemParts).map(([part, name]) => (
                <MenuAction key={part} text={name} onAction={() => onChoose({ part, item })} />
              ))}
            </Submenu>
          )
        );
      })}
      <MenuGroup title="Another part of the letter">
        {entries(sections).map(([part, name]) => (
          <MenuAction key={part} text={name} onAction={() => onChoose({ part })} />
        ))}
      </MenuGroup>
    </>
  );
}

const entries = <K extends string>(names: Record<K, string>) => Object.entries(names) as [K, string][];
