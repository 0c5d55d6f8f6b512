import { FilePlus2, FolderInput } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { describeTarget } from '../../../shared/anchoring/describe-target.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import type { Span } from '../../../shared/model/span.ts';
import { Button } from '../../components/button.tsx';
import { DestinationItems } from '../../components/corrections/destination-items.tsx';
import { MenuAction, PopupMenu } from '../../components/menu.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import { correctOrTell } from '../../services/correction-service.ts';
import styles from './case-summary-pane.module.css';

/** A stretch of the letter that is in none of its sections, and the way to put it into one. */
export function UnassignedText({ parse, span }: { parse: LetterParse; span: Span }) {
  const text = describeTarget(parse.readingText, span);
  return (
    <div className={styles['unassigned']}>
      <ReadingText span={span} label="Unassigned text" />
      <MenuTrigger>
        <Button look="quiet">
          <FolderInput aria-hidden />
          Assign…
        </Button>
        <PopupMenu label="Assign this text to">
          <MenuAction
            text="New item from this text"
            icon={<FilePlus2 aria-hidden />}
            onAction={() => void correctOrTell({ kind: 'add-item', title: firstLine(parse, span) })}
          />
          <DestinationItems parse={parse} onChoose={(to) => void correctOrTell({ kind: 'assign-text', text, to })} />
        </PopupMenu>
      </MenuTrigger>
    </div>
  );
}

/** A text that is to be an item has its title in its first line. */
function firstLine({ readingText }: LetterParse, { start, end }: Span) {
  const line = readingText.slice(start, end).split('\n', 1)[0] ?? '';
  return describeTarget(readingText, { start, end: start + line.length });
}
