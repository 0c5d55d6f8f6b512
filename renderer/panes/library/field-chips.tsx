import { parseSearchQuery, printFieldTerm, signOf, toggleFieldTerm } from '../../../shared/search/search-query.ts';
import { Chip } from '../../components/chip.tsx';
import { search } from '../../services/library-service.ts';
import styles from './field-chips.module.css';

/** Each value of a field that the query asks for or does not want, with a way to take it out. */
export function FieldChips({ query }: { query: string }) {
  const fieldTerms = parseSearchQuery(query).terms.filter((term) => term.kind === 'field');
  const terms = new Map(fieldTerms.map((term) => [printFieldTerm(term.field, term.value, signOf(term)), term]));
  if (terms.size === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="Filters">
      {[...terms].map(([printed, term]) => (
        <li key={printed}>
          <Chip
            look="wanted"
            text={`${term.not ? 'not ' : ''}${term.field}: ${term.value}`}
            removeLabel={`Remove ${printed}`}
            onRemove={() => {
              search(toggleFieldTerm(query, term.field, term.value, signOf(term)));
              // The button goes, and the focus with it.
              document.getElementById('search')?.focus();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
