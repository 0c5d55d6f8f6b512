import { searchFieldNames } from '../../shared/search/search-fields.ts';
import styles from './search-help.module.css';

const examples = [
  { typed: '"medial branch"', means: 'these words in this order' },
  { typed: 'acupunct*', means: 'words that begin so' },
  { typed: '-cervical', means: 'without this word' },
  { typed: 'decision:overturned', means: 'one decision of the letter' },
  { typed: 'specialty:"pain medicine"', means: 'a value of several words' },
  { typed: 'age:40..60', means: 'from 40 to 60 years' },
  { typed: 'injury:2014', means: 'injured in 2014; also 2014-03..2015' },
  { typed: '-tag:x', means: 'without the tag x' },
  { typed: 'item:"surgery overturned"', means: 'one item that is both' },
  { typed: 'item:"administrator-acoem reviewer-odg"', means: 'one item, and who cited which source' },
  { typed: '+state:ohio', means: 'this one, whatever other states are asked for' },
] as const;

/** What can be typed into the search box. */
export function SearchHelp() {
  return (
    <div className={styles['help']}>
      <dl>
        {examples.map(({ typed, means }) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p>
        Fields: {searchFieldNames.join(', ')}. Several values of one field: any of them. Different fields and words: all
        of them.
      </p>
    </div>
  );
}
