import { Check } from 'lucide-react';
import { memo } from 'react';
import type { LetterRow } from '../../../shared/model/letter.ts';
import { snippetMarks } from '../../../shared/model/snippet-marks.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { percentOfLetter } from '../../components/percent-of-letter.ts';
import { useCase } from '../../stores/case.ts';
import styles from './letter-item.module.css';

const statusLabels = { new: 'New', 'in-progress': 'In progress', done: 'Done' } as const;

/** What the list shows of a letter; `choosing` shows a box to tick. */
export const LetterItem = memo(function LetterItem({ row, choosing }: { row: LetterRow; choosing: boolean }) {
  const title = titleOf(row);
  const facts = factsOf(row);
  return (
    <>
      <OpenMark letterId={row.id} />
      {choosing && (
        <span className={styles['box']} aria-hidden>
          <Check />
        </span>
      )}
      <div className={styles['title']} title={title}>
        {title}
      </div>
      <div className={styles['middle']}>
        {row.snippet ? (
          <Snippet text={row.snippet} />
        ) : (
          <>
            <span className={styles['facts']} title={facts}>
              {facts}
            </span>
            <span className={styles['badges']}>
              {row.items.slice(0, 4).map((item, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
                <DecisionBadge key={index} decision={item.decision} small />
              ))}
              {row.items.length > 4 && <span className={styles['more']}>+{row.items.length - 4}</span>}
            </span>
          </>
        )}
      </div>
      <div className={styles['foot']}>
        <span className={styles['status']} data-status={row.status}>
          {statusLabels[row.status]}
        </span>
        <span className={styles['file']} title={row.fileName}>
          {nameBeside(title, row)}
        </span>
        {row.tags.length > 0 && (
          <span className={styles['tags']} title={row.tags.join(', ')}>
            {row.tags.map((tag) => `#${tag}`).join(' ')}
          </span>
        )}
        {row.layout !== 'unrecognised' && row.completeness < 1 && (
          <span title={`${percentOfLetter(row.completeness)} of the letter is in one of its sections`}>
            {percentOfLetter(row.completeness)}
            <span className="visually-hidden"> of the letter is in one of its sections</span>
          </span>
        )}
        {row.noteCount > 0 && (
          <span className={styles['notes']}>
            {row.noteCount} {row.noteCount === 1 ? 'note' : 'notes'}
          </span>
        )}
      </div>
    </>
  );
});

/** In the row of the letter on the desk. Only rows in sight ask, so that opening one costs nothing for the others. */
function OpenMark({ letterId }: { letterId: number }) {
  const isOpen = useCase(({ view }) => view?.letter.id === letterId);
  return isOpen && <span hidden data-open />;
}

/** What a letter is called in the list. */
export function titleOf(row: LetterRow): string {
  if (row.layout === 'unrecognised') return row.fileName;
  return row.items[0]?.title || row.caseNumber || row.fileName;
}

/** What tells a letter from others of the same title. */
function nameBeside(title: string, { caseNumber, fileName }: LetterRow): string {
  return [caseNumber, fileName].find((name) => name !== undefined && name !== title) ?? '';
}

function factsOf(row: LetterRow): string {
  if (row.layout === 'unrecognised') {
    // Nothing is in a section, so nothing is missing from them only where there is nothing.
    return row.completeness === 1 && row.items.length === 0
      ? 'No text could be read'
      : 'Not recognised as an IMR letter';
  }
  const sex = row.sex && { female: 'F', male: 'M' }[row.sex];
  const patient = row.age !== undefined && !sex ? `age ${row.age}` : [row.age, sex].filter(Boolean).join(' ');
  const injury = row.injuryDate && `injured ${row.injuryDate.slice(0, 4)}`;
  return [patient, injury].filter(Boolean).join(' · ');
}

/** Shown before the first found word, in characters: a narrow row must still show the word itself. */
const lead = 14;

/** A snippet with its found words marked. */
function Snippet({ text }: { text: string }) {
  const [before = '', ...rest] = text.split(new RegExp(`[${snippetMarks.open}${snippetMarks.close}]`));
  return (
    <div className={styles['snippet']} title={[before, ...rest].join('')}>
      {before.length > lead ? `…${before.slice(-lead)}` : before}
      {rest.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        index % 2 === 0 ? <mark key={index}>{part}</mark> : part,
      )}
    </div>
  );
}
