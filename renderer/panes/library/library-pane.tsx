import { Trash2 } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Pane } from '../../components/pane.tsx';
import { showTrash } from '../../services/library-service.ts';
import { useFacets } from '../../stores/facets.ts';
import { useLibrary } from '../../stores/library.ts';
import { useSelection } from '../../stores/selection.ts';
import { BatchBar } from './batch-bar.tsx';
import { Facets } from './facets.tsx';
import { Letters } from './letter-list.tsx';
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
