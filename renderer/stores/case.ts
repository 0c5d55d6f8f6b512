import { create } from 'zustand';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { CaseView, LetterRow } from '../../shared/model/letter.ts';
import type { SecondOpinion } from '../../shared/model/second-opinion.ts';
import type { Span } from '../../shared/model/span.ts';
import { compareAnnotations } from '../../shared/model/text-order.ts';

interface CaseState {
  /** The case on the desk; its annotations are always in text order, orphans last. */
  readonly view: CaseView | undefined;
  /** The annotation whose card and highlight stand out. */
  readonly activeAnnotation: string | undefined;
  /** The annotation whose card should scroll into view; a new object each time, as for `reveal`. */
  readonly calledCard: { readonly id: string } | undefined;
  /** The text the person has selected for annotating. */
  readonly selection: Span | undefined;
  /** The text that the menu of corrections is open for. */
  readonly correcting: Span | undefined;
  /** A place to scroll to and flash; a new object each time, so that asking twice flashes twice. */
  readonly reveal: { readonly span: Span } | undefined;
  /** The annotation whose note field should take the focus next. */
  readonly writingNote: string | undefined;
  /** Whether the left text pane shows the whole letter instead of facts and summary. */
  readonly wholeLetter: boolean;
  /** What the person prefers to see of a letter whose layout is known; any other opens as a whole. */
  readonly prefersWholeLetter: boolean;
  open(view: CaseView | undefined): void;
  /** Puts the open case in as it has become; what is selected, active and in sight stays so. */
  update(view: CaseView): void;
  setLetter(letter: LetterRow): void;
  putAnnotation(annotation: Annotation): void;
  removeAnnotation(id: string): void;
  putSecondOpinion(opinion: SecondOpinion): void;
  activate(id: string | undefined): void;
  /** Activates an annotation and scrolls to its card. */
  showCard(id: string): void;
  select(span: Span | undefined): void;
  /** Opens the menu of corrections for a text, or closes it. */
  correct(span: Span | undefined): void;
  revealSpan(span: Span): void;
  writeNote(id: string | undefined): void;
  showWholeLetter(whole: boolean): void;
}

const sorted = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort((a, b) => Number(b.anchored) - Number(a.anchored) || compareAnnotations(a, b));

export const useCase = create<CaseState>((set) => {
  /** Changes the open case if there is one; late answers for a case closed meanwhile change nothing. */
  const change = (letterId: number, alter: (view: CaseView) => Partial<CaseView>) =>
    set(({ view }) => (view && view.letter.id === letterId ? { view: { ...view, ...alter(view) } } : {}));

  return {
    view: undefined,
    activeAnnotation: undefined,
    calledCard: undefined,
    selection: undefined,
    correcting: undefined,
    reveal: undefined,
    writingNote: undefined,
    wholeLetter: false,
    prefersWholeLetter: false,
    open: (view) =>
      set(({ prefersWholeLetter }) => ({
        view: view && { ...view, annotations: sorted(view.annotations) },
        activeAnnotation: undefined,
        calledCard: undefined,
        selection: undefined,
        correcting: undefined,
        reveal: undefined,
        wholeLetter: prefersWholeLetter || view?.parse.layout === 'unrecognised',
      })),
    update: (view) => change(view.letter.id, () => ({ ...view, annotations: sorted(view.annotations) })),
    setLetter: (letter) => change(letter.id, () => ({ letter })),
    putAnnotation: (annotation) =>
      change(annotation.letterId, ({ annotations }) => ({
        annotations: sorted([...annotations.filter(({ id }) => id !== annotation.id), annotation]),
      })),
    removeAnnotation: (id) =>
      set(({ view, activeAnnotation }) => ({
        view: view && { ...view, annotations: view.annotations.filter((annotation) => annotation.id !== id) },
        activeAnnotation: activeAnnotation === id ? undefined : activeAnnotation,
      })),
    putSecondOpinion: (opinion) =>
      change(opinion.letterId, ({ secondOpinions }) => ({
        secondOpinions: [
          ...secondOpinions.filter(
            ({ id, ordinal }) => id !== opinion.id && (ordinal === undefined || ordinal !== opinion.ordinal),
          ),
          opinion,
        ],
      })),
    activate: (activeAnnotation) => set({ activeAnnotation }),
    showCard: (id) => set({ activeAnnotation: id, calledCard: { id } }),
    select: (selection) => set({ selection }),
    correct: (correcting) => set({ correcting }),
    revealSpan: (span) => set({ reveal: { span } }),
    writeNote: (writingNote) => set({ writingNote }),
    showWholeLetter: (wholeLetter) =>
      set(({ view, prefersWholeLetter }) => ({
        wholeLetter,
        prefersWholeLetter: view?.parse.layout === 'unrecognised' ? prefersWholeLetter : wholeLetter,
      })),
  };
});
