import { Highlighter } from 'lucide-react';
import { Pane } from '../../components/pane.tsx';
import { useCase } from '../../stores/case.ts';
import { AnnotationCard } from './annotation-card.tsx';
import styles from './annotations-pane.module.css';

/** Every note of the case in text order; those whose place is gone come last and say so. */
export function AnnotationsPane() {
  const view = useCase((state) => state.view);
  const annotations = view?.annotations ?? [];
  const orphans = annotations.filter(({ anchored }) => !anchored);
  return (
    <Pane id="annotations" title="Annotations" count={view && annotations.length} shown={view?.letter.id}>
      <div className={styles['list']}>
        {view?.parse.readingText === '' && annotations.length === 0 && (
          <p className={styles['empty']}>There is no text to annotate.</p>
        )}
        {view && view.parse.readingText !== '' && annotations.length === 0 && (
          <div className={styles['empty']}>
            <Highlighter aria-hidden />
            <p>Select text, then press</p>
            <p>
              <kbd>H</kbd> to highlight it
            </p>
            <p>
              <kbd>N</kbd> to write a note on it
            </p>
          </div>
        )}
        {annotations.map((annotation, index) =>
          annotation.anchored ? (
            <AnnotationCard key={annotation.id} annotation={annotation} number={index + 1} />
          ) : null,
        )}
        {orphans.length > 0 && (
          <>
            <h3 className={styles['orphans']}>No longer found in the letter</h3>
            {orphans.map((annotation) => (
              <AnnotationCard
                key={annotation.id}
                annotation={annotation}
                number={annotations.indexOf(annotation) + 1}
              />
            ))}
          </>
        )}
      </div>
    </Pane>
  );
}
