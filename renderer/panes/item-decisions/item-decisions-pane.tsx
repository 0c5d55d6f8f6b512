import { startTransition, useEffect, useMemo, useState } from 'react';
import type { CaseView } from '../../../shared/model/letter.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';
import { Pane } from '../../components/pane.tsx';
import { useCase } from '../../stores/case.ts';
import { ItemCard } from './item-card.tsx';
import styles from './item-decisions-pane.module.css';
import { OrphanedOpinions } from './orphaned-opinions.tsx';

/** A card for each disputed item: the decision, both sides' guidelines, the rationale and the second opinion. */
export function ItemDecisionsPane() {
  const view = useCase((state) => state.view);
  const items = view?.parse.case.items ?? [];
  return (
    <Pane id="item-decisions" title="Item decisions" count={view && items.length} shown={view?.letter.id}>
      <div className={styles['items']}>
        {view && items.length === 0 && (
          <p className={styles['none']}>
            No disputed item was found in this letter.
            {view.parse.readingText !== '' && ' To add one, select its title in the letter and press C.'}
          </p>
        )}
        {view && <ItemCards view={view} />}
        {view && <OrphanedOpinions opinions={view.secondOpinions.filter(({ ordinal }) => ordinal === undefined)} />}
      </div>
    </Pane>
  );
}

/** Cards that are there at once: as many as a large screen shows. */
const atOnce = 3;
/** Cards that are added at a time, in between what the person does. */
const added = 16;

/** The cards of a letter. Of one with hundreds of items the first are there at once; whatever is pointed at is, too. */
function ItemCards({ view: { letter, parse } }: { view: CaseView }) {
  const { items } = parse.case;
  const keys = useMemo(() => keysOf(parse), [parse]);
  const [made, setMade] = useState(atOnce);
  const pointedAt = useCase(({ reveal }) => reveal !== undefined);
  const count = pointedAt ? items.length : made;
  useEffect(() => {
    if (made < items.length) startTransition(() => setMade(made + added));
  }, [made, items.length]);
  return items
    .slice(0, count)
    .map((item) => (
      <ItemCard key={keys.get(item.ordinal) ?? `item ${item.ordinal}`} letterId={letter.id} parse={parse} item={item} />
    ));
}

/**
 * The key of an item's card by its ordinal. A card stays its item's while corrections change the ordinals: it is known by
 * where the item begins.
 */
function keysOf({ sections }: LetterParse): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const { kind, ordinal, start } of sections) {
    if (kind === 'item' && ordinal !== undefined && !keys.has(ordinal)) keys.set(ordinal, `at ${start}`);
  }
  return keys;
}
