import type { Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import { CorrectedMark } from '../../components/corrections/corrected-mark.tsx';
import { ReadingText } from '../../components/reading-text/reading-text.tsx';
import styles from './item-card.module.css';
import { ItemFacts } from './item-facts.tsx';

/** An item's title as it stands in the letter, and what it says. One typed in goes above the words it stands for. */
export function ItemTitle({ id, parse, item }: { id: string; parse: LetterParse; item: Item }) {
  const path = `items.${item.ordinal - 1}`;
  const place = parse.places.find((each) => each.path === `${path}.title`);
  const asPrinted = place !== undefined && parse.readingText.slice(place.start, place.end) === item.title;
  return (
    <div className={styles['title']}>
      <div className={styles['heading']}>
        {place && asPrinted ? (
          <ReadingText span={place} role="heading" headingLevel={3} id={id} />
        ) : (
          <h3 id={id}>{item.title || 'Item without a title'}</h3>
        )}
        <CorrectedMark path={path} name={`Item ${item.ordinal}`} />
        <CorrectedMark path={`${path}.title`} name="Title" />
        <CorrectedMark path={`${path}.category`} name="Category" />
      </div>
      {place && !asPrinted && (
        <div className={styles['printed']}>
          <ReadingText span={place} label={`Title of item ${item.ordinal} as printed`} />
        </div>
      )}
      <ItemFacts facts={parse.facts.items.find(({ ordinal }) => ordinal === item.ordinal)} />
    </div>
  );
}
