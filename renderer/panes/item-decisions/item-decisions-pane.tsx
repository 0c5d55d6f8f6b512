import { Pane } from '../../components/pane.tsx';
import { useCase } from '../../stores/case.ts';
import { ItemCard } from './item-card.tsx';
import styles from './item-decisions-pane.module.css';

/** A card for each disputed item: the decision, both sides' guidelines, the rationale and the second opinion. */
export function ItemDecisionsPane() {
  const view = useCase((state) => state.view);
  const items = view?.parse.case.items ?? [];
  return (
    <Pane id="item-decisions" title="Item decisions" count={view && items.length}>
      <div className={styles['items']} key={view?.letter.id}>
        {view && items.length === 0 && <p className={styles['none']}>No disputed item was found in this letter.</p>}
        {items.map((item) => (
          <ItemCard key={item.ordinal} letterId={view?.letter.id ?? 0} item={item} />
        ))}
      </div>
    </Pane>
  );
}
