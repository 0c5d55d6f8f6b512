import { Check, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Facet } from '../../../shared/model/letter-query.ts';
import { searchFields } from '../../../shared/search/search-fields.ts';
import {
  hasFieldTerm,
  parseSearchQuery,
  type SearchQuery,
  toggleFieldTerm,
} from '../../../shared/search/search-query.ts';
import { search } from '../../services/library-service.ts';
import { useFacets } from '../../stores/facets.ts';
import { useLibrary } from '../../stores/library.ts';
import styles from './facets.module.css';

/** Values shown of a field before one asks for more. */
const firstValues = 6;
/** Values shown at most; of more, one names those to be shown. */
const mostValues = 50;
/** The fields that are open at first. */
const openAtFirst: readonly string[] = ['decision', 'category', 'guideline', 'tag'];

/** How many of the letters found have each value of each field; a click asks for a value or no longer does. */
export function Facets() {
  const facets = useFacets((state) => state.facets);
  const query = useLibrary((state) => state.query);
  const parsed = parseSearchQuery(query);
  return (
    <section className={styles['facets']} aria-label="Filter">
      {facets.length === 0 && <p className={styles['none']}>Nothing to filter by.</p>}
      {facets.map((facet) => (
        <Group key={facet.field} facet={facet} parsed={parsed} />
      ))}
    </section>
  );
}

function Group({ facet: { field, values }, parsed }: { facet: Facet; parsed: SearchQuery }) {
  const body = useId();
  const [open, setOpen] = useState(openAtFirst.includes(field));
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const showOthers = () => {
    setAll(!all);
    setTyped('');
  };
  const isWanted = (value: string) => hasFieldTerm(parsed, field, value);
  const isNamed = (label: string) => label.toLowerCase().includes(typed.trim().toLowerCase());
  const most = all ? mostValues : firstValues;
  const areMany = all && values.length > mostValues;
  const named = areMany ? values.filter(({ label }) => isNamed(label)) : values;
  const first = new Set(named.slice(0, most));
  // What is asked for stays in sight, so that it can be taken back.
  const shown = values.filter((each) => first.has(each) || isWanted(each.value));
  const wanted = values.filter(({ value }) => isWanted(value)).length;
  return (
    <fieldset className={styles['group']} aria-label={searchFields[field].label}>
      <button
        type="button"
        className={styles['heading']}
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight aria-hidden />
        {searchFields[field].label}
        {!open && wanted > 0 && <span className={styles['wanted']}>{wanted}</span>}
      </button>
      <div id={body} hidden={!open}>
        {areMany && (
          <input
            className={styles['find']}
            aria-label={`Find in ${searchFields[field].label}`}
            placeholder={`Find in ${values.length.toLocaleString('en-US')}`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {open &&
          shown.map(({ value, label, count }) => (
            <Checkbox
              key={value}
              className={styles['value'] ?? ''}
              isSelected={isWanted(value)}
              onChange={() => search(toggleFieldTerm(useLibrary.getState().query, field, value))}
            >
              <span className={styles['box']} aria-hidden>
                <Check />
              </span>
              <span className={styles['label']} title={label}>
                {label}
              </span>
              <span className={styles['count']}>{count.toLocaleString('en-US')}</span>
            </Checkbox>
          ))}
        {all && named.length > most && (
          <p className={styles['rest']}>
            {(named.length - most).toLocaleString('en-US')} more: type a part of the name.
          </p>
        )}
        {(all || shown.length < values.length) && (
          <button type="button" className={styles['more']} onClick={showOthers}>
            {all ? 'Fewer' : `${(values.length - shown.length).toLocaleString('en-US')} more`}
          </button>
        )}
      </div>
    </fieldset>
  );
}
