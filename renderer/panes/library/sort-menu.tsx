import { ArrowDown, ArrowDownUp, ArrowUp } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import type { Sort, SortColumn } from '../../../shared/model/letter-query.ts';
import { parseSearchQuery } from '../../../shared/search/search-query.ts';
import { Button } from '../../components/button.tsx';
import { MenuChoices, PopupMenu } from '../../components/menu.tsx';
import { sortBy } from '../../services/library-service.ts';
import { useLibrary } from '../../stores/library.ts';
import styles from './toolbar.module.css';

const columns: Readonly<Record<SortColumn, string>> = {
  imported: 'Import date',
  file: 'File name',
  title: 'Title of the first item',
  'case-number': 'Case number',
  decision: 'Decision',
  age: 'Age',
  injury: 'Date of injury',
  items: 'Number of items',
  notes: 'Number of notes',
  status: 'Status',
  completeness: 'Share in sections',
};

/** The order without a choice: the library's own. */
const automatic = 'automatic';
const choices = [
  { value: automatic, label: 'Best match, or newest' },
  ...Object.entries(columns).map(([value, label]) => ({ value: value as SortColumn, label })),
] as const;
const directions = [
  { value: 'ascending', label: 'Ascending' },
  { value: 'descending', label: 'Descending' },
] as const;

/** Columns of which one wants the most first. */
const fromTheTop: readonly SortColumn[] = ['imported', 'items', 'notes'];

/** By what the list is sorted, and which way round. */
export function SortMenu() {
  const { sort, query } = useLibrary();
  const ranked = parseSearchQuery(query).terms.some((term) => term.kind === 'text' && !term.not);
  const label = sort ? columns[sort.by] : ranked ? 'Best match' : 'Newest';
  const direction = sort && (sort.descending ? 'descending' : 'ascending');
  const Icon = sort ? (sort.descending ? ArrowDown : ArrowUp) : ArrowDownUp;
  return (
    <MenuTrigger>
      <Button look="quiet" aria-label={`Sort: ${[label, direction].filter(Boolean).join(', ')}`}>
        <Icon aria-hidden />
        <span className={styles['sort']} title={label}>
          {label}
        </span>
      </Button>
      <PopupMenu label="Sort">
        <MenuChoices
          title="Sort by"
          choices={choices}
          value={sort?.by ?? automatic}
          onChange={(by) => sortBy(by === automatic ? undefined : { by, descending: fromTheTop.includes(by) })}
        />
        <MenuChoices
          title="Direction"
          choices={directions}
          value={direction ?? 'descending'}
          onChange={(way) => sortBy(turned(sort, way === 'descending'))}
        />
      </PopupMenu>
    </MenuTrigger>
  );
}

/** The library's own order turned is that of the import date. */
const turned = (sort: Sort | undefined, descending: boolean): Sort => ({ by: sort?.by ?? 'imported', descending });
