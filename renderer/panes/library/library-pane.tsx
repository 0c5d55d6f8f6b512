import { Trash2 } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Key, ListBox, ListBoxLoadMoreItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Pane } from '../../components/pane.tsx';
import { openCase } from '../../services/case-service.ts';
import { loadMore, showTrash } from '../../services/library-service.ts';
import { useCase } from '../../stores/case.ts';
import { useFacets } from '../../stores/facets.ts';
import { selectIsEmpty, useLibrary } from '../../stores/library.ts';
import { chosenAfter, shownAsChosen, useSelection } from '../../stores/selection.ts';
import { BatchBar } from './batch-bar.tsx';
import { Facets } from './facets.tsx';
import { LetterItem } from './letter-item.tsx';
import styles from './library-pane.module.css';
import { SaveSearchDialog } from './save-search-dialog.tsx';
import { SearchBox } from './search-box.tsx';
import { Toolbar } from './toolbar.tsx';

/** Every letter of the library or of the trash, searched as one types. */
export function LibraryPane() {
  const { total, trash } = useLibrary();
  const filtering = useFacets(({ open }) => open);
  const choosing = useSelection((state) => state.choosing) || trash;
  return (
    <Pane id="library" title={trash ? 'Trash' : 'Library'} count={total}>
      <div className={styles['column']}>
        <SearchBox />
        <Toolbar />
        {trash && <TrashBanner />}
        {filtering && <Facets />}
        <Letters choosing={choosing} />
        {choosing && <BatchBar />}
      </div>
      <SaveSearchDialog />
    </Pane>
  );
}

function TrashBanner() {
  return (
    <div className={styles['banner']}>
      <Trash2 aria-hidden />
      <p>Letters in the trash. Restore a letter to open it.</p>
      <Button onPress={() => showTrash(false)}>Back</Button>
    </div>
  );
}

/** Rows have one height, so that the list can be virtual without measuring. In px. */
const rowHeight = 78;

/**
 * The list. A click or an arrow key opens a letter; with Ctrl or Shift, or once `choosing`, it chooses letters for
 * doing something to all of them.
 */
function Letters({ choosing }: { choosing: boolean }) {
  const { rows, total, trash } = useLibrary();
  const isEmpty = useLibrary(selectIsEmpty);
  const open = useCase(({ view }) => view?.letter.id);
  const chosen = useSelection((state) => state.chosen);
  // The list's own record of the row that was clicked knows where a range begins.
  const [clicked, setClicked] = useState<ReadonlySet<number>>(new Set());
  // The same elements while the rows are the same: of thousands, none is compared when a case opens.
  const items = useMemo(
    () => rows.map((row) => <LetterItem key={row.id} row={row} choosing={choosing} />),
    [rows, choosing],
  );
  const loaded = () => rows.map(({ id }) => id);
  const list = useRef<HTMLDivElement>(null);
  const listings = useLibrary((state) => state.listings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is shown from its top, the same one stays
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: 0 });
  }, [listings]);

  if (isEmpty) return <p className={styles['none']}>No letters yet.</p>;
  const opened = open === undefined ? new Set<number>() : clicked.has(open) ? clicked : new Set([open]);

  const onChoose = (keys: Selection) => {
    const ids = keys as 'all' | ReadonlySet<number>;
    const [first] = ids === 'all' ? [] : ids;
    if (choosing) {
      const next = chosenAfter(chosen, ids, loaded());
      if (ids !== 'all' && ids.size === 0) useSelection.getState().stop();
      else useSelection.getState().start(next);
    } else if (ids === 'all' || ids.size > 1) {
      useSelection.getState().start(chosenAfter(chosen, ids, loaded()));
    } else if (first !== undefined) {
      setClicked(ids);
      void openCase(first);
    }
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        ref={list}
        aria-label="Letters"
        className={styles['list'] ?? ''}
        selectionMode="multiple"
        selectionBehavior={choosing ? 'toggle' : 'replace'}
        selectedKeys={(choosing ? shownAsChosen(chosen, loaded()) : opened) as 'all' | ReadonlySet<Key>}
        onSelectionChange={onChoose}
        // Without a mouse, a tap opens a letter too: by selecting alone it would be added to the open one.
        {...(!choosing && { onAction: (key: Key) => void openCase(Number(key)) })}
        renderEmptyState={() => <p className={styles['none']}>{total === 0 ? nothingFound(trash) : ''}</p>}
      >
        {items}
        <ListBoxLoadMoreItem onLoadMore={() => void loadMore()} isLoading={false} />
      </ListBox>
    </Virtualizer>
  );
}

function nothingFound(trash: boolean): string {
  const { query } = useLibrary.getState();
  return trash && query.trim() === '' ? 'The trash is empty.' : 'No letter matches.';
}
