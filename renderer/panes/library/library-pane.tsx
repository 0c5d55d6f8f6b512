import { Search, X } from 'lucide-react';
import {
  Button as AriaButton,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components';
import type { LetterRow } from '../../../shared/model/letter.ts';
import { snippetMarks } from '../../../shared/model/snippet-marks.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { Pane } from '../../components/pane.tsx';
import { percentOfLetter } from '../../components/percent-of-letter.ts';
import { openCase } from '../../services/case-service.ts';
import { loadMore, search } from '../../services/library-service.ts';
import { useCase } from '../../stores/case.ts';
import { selectIsEmpty, useLibrary } from '../../stores/library.ts';
import styles from './library-pane.module.css';

/** Rows have one height, so that the list can be virtual without measuring. In px. */
const rowHeight = 78;

/** Every letter of the library, searched as one types. */
export function LibraryPane() {
  const { query, rows, total, hint } = useLibrary();
  const isEmpty = useLibrary(selectIsEmpty);
  const open = useCase(({ view }) => view?.letter.id);

  return (
    <Pane id="library" title="Library" count={total}>
      <div className={styles['column']}>
        <SearchField
          aria-label="Search letters and notes"
          className={styles['search'] ?? ''}
          value={query}
          onChange={search}
        >
          <Search aria-hidden />
          <Input id="search" placeholder="Search letters and notes" />
          <AriaButton aria-label="Clear search">
            <X aria-hidden />
          </AriaButton>
        </SearchField>
        <div role="status">
          {hint && <p className={styles['hint']}>{hint}</p>}
          {query !== '' && total !== undefined && (
            <p className="visually-hidden">{total === 1 ? '1 letter found' : `${total} letters found`}</p>
          )}
        </div>
        {isEmpty ? (
          <p className={styles['none']}>No letters yet.</p>
        ) : (
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
            <ListBox
              aria-label="Letters"
              className={styles['list'] ?? ''}
              selectionMode="single"
              selectionBehavior="replace"
              selectedKeys={open === undefined ? [] : [open]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : [...keys];
                if (typeof key === 'number') void openCase(key);
              }}
              renderEmptyState={() => <p className={styles['none']}>{total === 0 ? 'No letter matches.' : ''}</p>}
            >
              {rows.map((row) => (
                <LetterItem key={row.id} row={row} />
              ))}
              <ListBoxLoadMoreItem onLoadMore={() => void loadMore()} isLoading={false} />
            </ListBox>
          </Virtualizer>
        )}
      </div>
    </Pane>
  );
}

const statusLabels = { new: 'New', 'in-progress': 'In progress', done: 'Done' } as const;

function LetterItem({ row }: { row: LetterRow }) {
  const title = titleOf(row);
  return (
    <ListBoxItem id={row.id} textValue={title} className={styles['row'] ?? ''}>
      <div className={styles['title']} title={title}>
        {title}
      </div>
      <div className={styles['middle']}>
        {row.snippet ? (
          <Snippet text={row.snippet} />
        ) : (
          <>
            <span className={styles['facts']}>{factsOf(row)}</span>
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
          {row.caseNumber ?? row.fileName}
        </span>
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
    </ListBoxItem>
  );
}

function titleOf(row: LetterRow): string {
  if (row.layout === 'unrecognised') return row.fileName;
  return row.items[0]?.title || row.caseNumber || row.fileName;
}

function factsOf(row: LetterRow): string {
  if (row.layout === 'unrecognised') return 'Not recognised as an IMR letter';
  const patient = [row.age, row.sex && { female: 'F', male: 'M' }[row.sex]].filter(Boolean).join(' ');
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
