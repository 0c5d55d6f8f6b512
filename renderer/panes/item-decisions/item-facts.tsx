import type { ItemFacts as Facts } from '../../../shared/model/clinical-facts.ts';
import { bodyPartName, categoryNames } from '../../../shared/model/clinical-names.ts';
import type { Span } from '../../../shared/model/span.ts';
import { useCase } from '../../stores/case.ts';
import styles from './item-facts.module.css';

/** What the title of an item says of it in the field's own classes; a click shows the words that say so. */
export function ItemFacts({ facts }: { facts: Facts | undefined }) {
  const chips = facts ? chipsOf(facts) : [];
  if (chips.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="What the item is about">
      {chips.map(({ text, start, end, printed }) => (
        <li key={`${text}:${start}`}>
          <button
            type="button"
            title={`The letter says “${printed}”`}
            onClick={() => useCase.getState().revealSpan({ start, end })}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

function chipsOf({ category, bodyParts, procedureCodes, doses }: Facts) {
  const chip = (text: string, { start, end }: Span, printed: string) => ({ text, start, end, printed });
  return [
    ...(category ? [chip(categoryNames[category.value], category, category.text)] : []),
    ...bodyParts.map((one) => chip(bodyPartName(one.part, one.side), one, one.text)),
    ...procedureCodes.map((one) => chip(one.text, one, one.text)),
    ...doses.map((one) => chip(one.text, one, one.text)),
  ];
}
