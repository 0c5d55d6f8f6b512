import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Span } from '../../../shared/model/span.ts';
import { spansOverlap } from '../../../shared/model/text-order.ts';
import { useCase } from '../../stores/case.ts';
import { caretRect, moveCaret } from './caret.ts';
import { paint } from './highlights.ts';
import { offsetAt, rangesFor } from './offsets.ts';
import { overlaps } from './overlaps.ts';
import { paragraphsOf } from './paragraphs.ts';
import styles from './reading-text.module.css';

interface Marker {
  readonly top: number;
  readonly annotations: readonly { readonly id: string; readonly number: number }[];
}

/** A stretch of the open letter that can be read, selected and annotated, with its highlights and their numbers. */
export function ReadingText({ span, label }: { span: Span; label: string }) {
  const root = useRef<HTMLDivElement>(null);
  const readingText = useCase(({ view }) => view?.parse.readingText ?? '');
  const annotations = useCase(({ view }) => view?.annotations ?? noAnnotations);
  const active = useCase(({ activeAnnotation }) => activeAnnotation);
  const [markers, setMarkers] = useState<readonly Marker[]>([]);
  const { start, end } = span;
  const paragraphs = useMemo(() => paragraphsOf(readingText, { start, end }), [readingText, start, end]);
  const here = useMemo(
    () => annotations.filter(({ anchored, target }) => anchored && spansOverlap(target, { start, end })),
    [annotations, start, end],
  );

  useLayoutEffect(() => {
    const block = root.current;
    if (!block || paragraphs.length === 0) return;
    const rangesOf = (spans: readonly Span[]) => spans.flatMap((each) => rangesFor(each, block));
    const targets = here.map(({ target }) => target);
    const unpaint = [
      paint('annotation', rangesOf(targets)),
      paint('annotation-overlap', rangesOf(overlaps(targets))),
      paint('annotation-active', rangesOf(here.filter(({ id }) => id === active).map(({ target }) => target))),
    ];
    return () => {
      for (const stop of unpaint) stop();
    };
  }, [here, active, paragraphs]);

  useLayoutEffect(() => {
    const block = root.current;
    if (!block || here.length === 0) {
      setMarkers([]);
      return;
    }
    const place = () => setMarkers(markersFor(here, annotations, block));
    const observer = new ResizeObserver(place);
    observer.observe(block);
    void document.fonts.ready.then(place);
    return () => observer.disconnect();
  }, [here, annotations]);

  const onClick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const position = document.caretPositionFromPoint(event.clientX, event.clientY);
    const offset = position && offsetAt(position.offsetNode, position.offset);
    if (offset === undefined || offset === null) return;
    // The shortest highlight under the pointer is the one that cannot be reached elsewhere.
    const hit = here
      .filter(({ target }) => target.start <= offset && offset < target.end)
      .sort((a, b) => a.target.end - a.target.start - (b.target.end - b.target.start))[0];
    useCase.getState().activate(hit?.id);
  };

  return (
    <div
      ref={root}
      className={styles['text']}
      data-text-root
      role="document"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: text that is selected with the keyboard must take the focus
      tabIndex={0}
      onClick={onClick}
      onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target === root.current && moveCaret(event.nativeEvent, event.currentTarget)) event.preventDefault();
      }}
    >
      {paragraphs.map((paragraph) => (
        <p
          key={paragraph.start}
          data-start={paragraph.start}
          className={isHeading(paragraph.text) ? styles['heading'] : ''}
        >
          {paragraph.text}
        </p>
      ))}
      {markers.map((marker) => (
        <span key={marker.top} className={styles['marker']} style={{ top: marker.top }}>
          {marker.annotations.map(({ id, number }) => (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              aria-label={`Annotation ${number}`}
              data-active={id === active || undefined}
              onClick={(event) => {
                event.stopPropagation();
                useCase.getState().activate(id);
              }}
            >
              {number}
            </button>
          ))}
        </span>
      ))}
      <Caret root={root} />
    </div>
  );
}

/** Drawn only while the keyboard is in use: with a mouse the browser's own selection says enough. */
function Caret({ root }: { root: React.RefObject<HTMLDivElement | null> }) {
  const [rect, setRect] = useState<ReturnType<typeof caretRect>>();
  useEffect(() => {
    const update = () => {
      const block = root.current;
      setRect(
        block && block === document.activeElement && block.matches(':focus-visible') ? caretRect(block) : undefined,
      );
    };
    document.addEventListener('selectionchange', update);
    document.addEventListener('focusin', update);
    return () => {
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('focusin', update);
    };
  }, [root]);
  return rect ? <span className={styles['caret']} style={rect} aria-hidden /> : null;
}

const noAnnotations: readonly Annotation[] = [];

/** Headings of these letters are printed in capitals. */
const isHeading = (text: string): boolean => text.length < 80 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();

/** The numbers in the margin, at the line where each highlight begins; those on one line share a marker. */
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
