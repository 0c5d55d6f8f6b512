import { type RefObject, useEffect, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useCase } from '../../stores/case.ts';
import styles from './markers.module.css';
import { rangesFor } from './offsets.ts';

/** The annotations that begin on one line, and how far below the block's top it is, in px. */
interface Marker {
  readonly top: number;
  readonly annotations: readonly { readonly id: string; readonly number: number }[];
}

/**
 * The numbers in the margin, at the line where each highlight begins. Annotations that begin on one line share a
 * marker, which shows the first or the active one, and goes to the next with every click.
 */
export function Markers({
  root,
  here,
  all,
}: {
  root: RefObject<HTMLElement | null>;
  here: readonly Annotation[];
  all: readonly Annotation[];
}) {
  const active = useCase(({ activeAnnotation }) => activeAnnotation);
  const [markers, setMarkers] = useState<readonly Marker[]>([]);

  // Not a layout effect: those of what is within the block run before the block is known.
  useEffect(() => {
    const block = root.current;
    if (!block) return;
    const place = () => setMarkers(markersFor(here, all, block));
    const observer = new ResizeObserver(place);
    observer.observe(block);
    // Fonts that come later may break lines elsewhere without another size.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(place);
    return () => observer.disconnect();
  }, [root, here, all]);

  return markers.map(({ top, annotations }) => {
    const at = annotations.findIndex(({ id }) => id === active);
    const next = annotations[(at + 1) % annotations.length];
    const numbers = annotations.map(({ number }) => number).join(', ');
    const several = annotations.length > 1;
    return (
      <button
        key={top}
        type="button"
        className={styles['marker']}
        style={{ top }}
        tabIndex={-1}
        aria-label={several ? `Annotations ${numbers}` : `Annotation ${numbers}`}
        title={several ? `Annotations ${numbers} begin on this line: click to go through them` : undefined}
        data-active={at !== -1 || undefined}
        onClick={(event) => {
          event.stopPropagation();
          if (next) useCase.getState().showCard(next.id);
        }}
      >
        {annotations[Math.max(at, 0)]?.number}
        {several && '+'}
      </button>
    );
  });
}

function markersFor(here: readonly Annotation[], all: readonly Annotation[], block: HTMLElement): Marker[] {
  const origin = block.getBoundingClientRect().top;
  const lines = new Map<number, { id: string; number: number }[]>();
  for (const annotation of here) {
    const rect = rangesFor(annotation.target, block)[0]?.getClientRects()[0];
    if (!rect) continue;
    const top = Math.round(rect.top - origin);
    const entry = { id: annotation.id, number: all.indexOf(annotation) + 1 };
    lines.set(top, [...(lines.get(top) ?? []), entry]);
  }
  return [...lines].map(([top, annotations]) => ({ top, annotations }));
}
