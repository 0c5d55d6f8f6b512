import { X } from 'lucide-react';
import { parseSearchQuery, printFieldTerm, toggleFieldTerm } from '../../../shared/search/search-query.ts';
import { search } from '../../services/library-service.ts';
import styles from './field-chips.module.css';

/** Each value of a field that the query asks for, with a way to take it out. */
export function FieldChips({ query }: { query: string }) {
  const wanted = parseSearchQuery(query).terms.flatMap((term) => (term.kind === 'field' && !term.not ? [term] : []));
  const terms = new Map(wanted.map(({ field, value }) => [printFieldTerm(field, value), { field, value }]));
  if (terms.size === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="Filters">
      {[...terms].map(([printed, { field, value }]) => (
        <li key={printed}>
          <span title={printed}>
            {field}: {value}
          </span>
          <button
            type="button"
            aria-label={`Remove ${printed}`}
            onClick={() => {
              search(toggleFieldTerm(query, field, value));
              // The button goes, and the focus with it.
              document.getElementById('search')?.focus();
            }}
          >
            <X aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
