import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Span } from '../../../shared/model/span.ts';
import { spansOverlap } from '../../../shared/model/text-order.ts';
import { useCase } from '../../stores/case.ts';
import { caretRect, moveCaret } from './caret.ts';
import { markFoundIn } from './found-highlight.ts';
import { paint } from './highlights.ts';
import { Markers } from './markers.tsx';
import { offsetAt, rangesFor } from './offsets.ts';
import { overlaps } from './overlaps.ts';
import { paragraphsOf } from './paragraphs.ts';
import styles from './reading-text.module.css';

interface Props {
  span: Span;
  /** What the block is called; a heading is called by its own words. */
  label?: string;
  /** A heading is a block that heads its surroundings, for example an item's title. */
  role?: 'group' | 'heading';
  /** The level of the block as a heading, or of the headings printed in it. */
  headingLevel?: number;
  id?: string;
}

/** A stretch of the open letter that can be read, selected and annotated, with its highlights and their numbers. */
export function ReadingText({ span, label, role = 'group', headingLevel, id }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const readingText = useCase(({ view }) => view?.parse.readingText ?? '');
  const annotations = useCase(({ view }) => view?.annotations ?? noAnnotations);
  const active = useCase(({ activeAnnotation }) => activeAnnotation);
  const { start, end } = span;
  const paragraphs = useMemo(() => paragraphsOf(readingText, { start, end }), [readingText, start, end]);
  const here = useMemo(
    () => annotations.filter(({ anchored, target }) => anchored && spansOverlap(target, { start, end })),
    [annotations, start, end],
  );

  useLayoutEffect(() => {
    const block = root.current;
    if (!block || here.length === 0 || paragraphs.length === 0) return;
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: other paragraphs are other elements
  useEffect(() => (root.current ? markFoundIn(root.current) : undefined), [paragraphs]);

  const onClick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const position = document.caretPositionFromPoint(event.clientX, event.clientY);
    const offset = position && offsetAt(position.offsetNode, position.offset);
    if (offset === undefined || offset === null) return;
    // The shortest highlight under the pointer is the one that cannot be reached elsewhere.
    const hit = here
      .filter(({ target }) => target.start <= offset && offset < target.end)
      .sort((a, b) => a.target.end - a.target.start - (b.target.end - b.target.start))[0];
    if (hit) useCase.getState().showCard(hit.id);
    else useCase.getState().activate(undefined);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: text that is selected with the keyboard takes the focus
    <div
      ref={root}
      id={id}
      className={styles['text']}
      data-text-root
      {...(role === 'heading' ? { role, 'aria-level': headingLevel } : { role, 'aria-label': label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
      tabIndex={0}
      onClick={onClick}
      onFocus={({ target }) => setHasFocus(target === root.current)}
      onBlur={() => setHasFocus(false)}
      onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target === root.current && moveCaret(event.nativeEvent, event.currentTarget)) event.preventDefault();
      }}
    >
      {paragraphs.map(({ start, text }) => {
        const heads = role !== 'heading' && isHeading(text);
        return (
          <p
            key={start}
            data-start={start}
            className={heads ? styles['heading'] : ''}
            {...(heads && headingLevel && { role: 'heading', 'aria-level': headingLevel })}
          >
            {text}
          </p>
        );
      })}
      {here.length > 0 && <Markers root={root} here={here} all={annotations} />}
      {hasFocus && <Caret root={root} />}
    </div>
  );
}

/**
 * The caret of the block with the focus. Drawn only while the keyboard is in use: with a mouse the browser's own
 * selection says enough.
 */
function Caret({ root }: { root: React.RefObject<HTMLDivElement | null> }) {
  const [rect, setRect] = useState<ReturnType<typeof caretRect>>();
  useEffect(() => {
    const update = () => {
      const block = root.current;
      setRect(block?.matches(':focus-visible') ? caretRect(block) : undefined);
    };
    update();
    document.addEventListener('selectionchange', update);
    return () => document.removeEventListener('selectionchange', update);
  }, [root]);
  return rect ? <span className={styles['caret']} style={rect} aria-hidden /> : null;
}

const noAnnotations: readonly Annotation[] = [];

/** Headings of these letters are printed in capitals. */
const isHeading = (text: string): boolean => text.length < 80 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
