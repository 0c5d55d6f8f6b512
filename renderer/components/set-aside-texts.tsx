import { wordNear } from '../../shared/letter/word-near.ts';
import { useCase } from '../stores/case.ts';
import { type FurnitureGroup, groupFurniture } from './group-furniture.ts';
import styles from './set-aside-texts.module.css';

/** The remark that headers, footers and page numbers were set aside, which opens to show them all. */
export function SetAsideTexts({ message }: { message: string }) {
  const furniture = useCase((state) => state.view?.parse.furniture);
  if (!furniture || furniture.length === 0) return message;
  return (
    <details className={styles['details']}>
      <summary>{message}</summary>
      <ul className={styles['texts']}>
        {groupFurniture(furniture).map((group) => (
          <li key={group.pieces[0]?.start}>
            <q>{group.text}</q>
            {group.pieces.length > 1 && ` (${group.pieces.length}×)`}
            <Places group={group} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A button for each piece whose place in the text is known: it shows what stands there now. */
function Places({ group: { pieces } }: { group: FurnitureGroup }) {
  const known = pieces.filter(({ at }) => at !== undefined);
  if (known.length === 0) return null;
  return (
    <span className={styles['places']}>
      {known.map(({ start, text, at }, index) => (
        <button
          key={start}
          type="button"
          title={text}
          aria-label={`Show where “${text}” stood`}
          onClick={() => show(at)}
        >
          {known.length === 1 ? 'Show' : index + 1}
        </button>
      ))}
    </span>
  );
}

function show(at = 0): void {
  const { view, revealSpan } = useCase.getState();
  if (view) revealSpan(wordNear(view.parse.readingText, at));
}
