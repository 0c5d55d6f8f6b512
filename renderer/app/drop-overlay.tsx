import { Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { importFiles } from '../services/import-service.ts';
import styles from './drop-overlay.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the window, and says so while they hover over it. */
export function DropOverlay() {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    let gone: ReturnType<typeof setTimeout> | undefined;
    const onDragOver = (event: DragEvent) => {
      // Refusing everything else keeps a dropped link from doing anything at all.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none';
      setHovering(carriesFiles(event));
      // A drag that is called off need not leave: it only stops hovering, which repeats several times a second.
      clearTimeout(gone);
      gone = setTimeout(() => setHovering(false), 1000);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setHovering(false);
      void importFiles([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(gone);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!hovering) return null;
  return (
    <div className={styles['overlay']}>
      <div>
        <Upload aria-hidden />
        Drop letters to import them
      </div>
    </div>
  );
}
