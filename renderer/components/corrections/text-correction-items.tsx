import { FilePlus2, FolderInput, SplitSquareVertical } from 'lucide-react';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';
import type { Change } from '../../../shared/model/correction.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';
import { correctOrTell } from '../../services/correction-service.ts';
import { MenuAction, Submenu } from '../menu.tsx';
import { endSelection } from '../reading-text/offsets.ts';
import { DestinationItems } from './destination-items.tsx';

/** What can be set right about a text that was selected, as entries of a menu. */
export function TextCorrectionItems({ parse, span }: { parse: LetterParse; span: Span }) {
  const target = describeTarget(parse.readingText, span);
  const splits = parse.sections.some(
    ({ kind, start, end }) => kind === 'item' && start <= span.start && span.start < end,
  );
  const correct = async (change: Change) => {
    if (await correctOrTell(change)) endSelection(parse.readingText, span);
  };
  return (
    <>
      <MenuAction
        text={splits ? 'Split: a new item starts here' : 'New item: this is its title'}
        icon={splits ? <SplitSquareVertical aria-hidden /> : <FilePlus2 aria-hidden />}
        onAction={() => void correct({ kind: 'add-item', title: target })}
      />
      <Submenu text="Assign to" icon={<FolderInput aria-hidden />}>
        <DestinationItems parse={parse} onChoose={(to) => void correct({ kind: 'assign-text', text: target, to })} />
      </Submenu>
    </>
  );
}
