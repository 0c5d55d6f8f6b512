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
    <Pane id="item-decisions" title="Item decisions" count={view && items.length}>
      <div className={styles['items']} key={view?.letter.id}>
        {view && items.length === 0 && <p className={styles['none']}>No disputed item was found in this letter.</p>}
        {view &&
          items.map((item) => (
            <ItemCard
              key={cardKey(view.parse, item.ordinal)}
              letterId={view.letter.id}
              parse={view.parse}
              item={item}
            />
          ))}
        {view && <OrphanedOpinions opinions={view.secondOpinions.filter(({ ordinal }) => ordinal === undefined)} />}
      </div>
    </Pane>
  );
}

/** A card stays its item's while corrections change the ordinals: it is known by where the item begins. */
function cardKey({ sections }: LetterParse, ordinal: number): string {
  const section = sections.find((each) => each.kind === 'item' && each.ordinal === ordinal);
  return section ? `at ${section.start}` : `item ${ordinal}`;
}
