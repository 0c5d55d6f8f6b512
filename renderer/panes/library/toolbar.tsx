import { ListChecks, ListFilter } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';
import { toggleFacets } from '../../services/facet-service.ts';
import { useFacets } from '../../stores/facets.ts';
import { useLibrary } from '../../stores/library.ts';
import { useSelection } from '../../stores/selection.ts';
import { SortMenu } from './sort-menu.tsx';
import styles from './toolbar.module.css';
import { ViewsMenu } from './views-menu.tsx';

/** How the list is sorted and filtered, what it lists, and choosing several of its letters. */
export function Toolbar() {
  const open = useFacets((state) => state.open);
  const trash = useLibrary((state) => state.trash);
  const { choosing, start, stop } = useSelection();
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="List of letters">
      <SortMenu />
      <IconButton label="Filter" aria-pressed={open} onPress={toggleFacets}>
        <ListFilter aria-hidden />
      </IconButton>
      <ViewsMenu />
      {!trash && (
        <IconButton label="Select letters" aria-pressed={choosing} onPress={() => (choosing ? stop() : start())}>
          <ListChecks aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
