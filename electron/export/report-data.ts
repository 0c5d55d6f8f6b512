import { describeChange } from '../../shared/corrections/describe-change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Correction } from '../../shared/model/correction.ts';
import type { CaseView } from '../../shared/model/letter.ts';
import { compareAnnotations } from '../../shared/model/text-order.ts';
import { type HighlightPieces, highlightPieces, type NumberedNote } from './highlight-pieces.ts';
import { type LetterBlock, letterBlocks } from './letter-blocks.ts';
import { printableText } from './printable-text.ts';
import { printedTime } from './printed-time.ts';
import { type ReportFact, reportFacts } from './report-facts.ts';
import { type ReportItems, reportItems } from './report-items.ts';
import { type Paragraph, textParagraphs, textRuns } from './report-text.ts';

/** When and by what a report is made; the same view and context give the same bytes. */
export interface ExportContext {
  /** ISO timestamp, UTC. */
  readonly exportedAt: string;
  readonly appVersion: string;
  /** IANA name of the zone that times are printed in; UTC when absent. */
  readonly timeZone?: string;
}

/** A note as it is printed; `number` is absent for one whose passage no longer stands in the letter. */
export interface ReportNote {
  readonly number?: number;
  readonly byline: Paragraph;
  readonly quote: readonly Paragraph[];
  readonly text: readonly Paragraph[];
  readonly tags: readonly Paragraph[];
}

/** A correction of the parse as it is printed. */
export interface ReportCorrection {
  readonly text: Paragraph;
  readonly byline: Paragraph;
  /** Why it has no effect; absent when it has. */
  readonly unapplied?: Paragraph;
}

/** What the template `case-report.typ` prints. */
export interface ReportData extends ReportItems {
  readonly title: string;
  readonly authors: readonly string[];
  readonly heading: Paragraph;
  readonly subheading: Paragraph;
  readonly exported: string;
  readonly fileName: Paragraph;
  readonly sha256: string;
  readonly recognised: boolean;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly value: Paragraph }>;
  readonly corrections: readonly ReportCorrection[];
  readonly letter: readonly LetterBlock[];
  readonly furniture: readonly Paragraph[];
  readonly notes: readonly ReportNote[];
  readonly orphans: readonly ReportNote[];
}

/** The report of a case, and what the highlights in it stand for. */
export interface Report extends HighlightPieces {
  readonly data: ReportData;
  readonly notes: readonly NumberedNote[];
}

/** Everything that the report of a case says, as data for the template. */
export function reportOf(view: CaseView, context: ExportContext): Report {
  const { letter, parse } = view;
  const timeZone = context.timeZone ?? 'UTC';
  const anchored = view.annotations.filter(({ anchored }) => anchored).sort(compareAnnotations);
  const orphans = view.annotations.filter(({ anchored }) => !anchored).sort(compareAnnotations);
  const notes = anchored.map((annotation, i): NumberedNote => ({ number: i + 1, annotation }));
  const { pieces, ranges } = highlightPieces(parse.readingText, notes);
  const name = parse.case.number ?? letter.fileName;
  const people = [...view.annotations, ...view.secondOpinions, ...view.corrections].map(({ author }) =>
    printableText(author),
  );

  const data: ReportData = {
    title: `Second Opinion review: ${printableText(name)}`,
    authors: [...new Set(people)].filter((author) => author !== ''),
    heading: textRuns(name),
    subheading: textRuns(countLine(view)),
    exported: `Exported ${printedTime(context.exportedAt, timeZone)} by Second Opinion ${context.appVersion}`,
    fileName: textRuns(letter.fileName),
    sha256: letter.sha256,
    recognised: parse.layout !== 'unrecognised',
    facts: reportFacts(view).map(({ label, value }: ReportFact) => ({ label, value: textRuns(value, 'column') })),
    ...reportItems(view, timeZone),
    corrections: view.corrections.map((correction) => reportCorrection(correction, timeZone)),
    letter: letterBlocks(parse.readingText, parse.sections, notes, pieces),
    furniture: parse.furniture.map(({ text }) => textRuns(text)),
    notes: notes.map(({ number, annotation }) => ({ number, ...reportNote(annotation, timeZone) })),
    orphans: orphans.map((annotation) => reportNote(annotation, timeZone)),
  };
  return { data, notes, pieces, ranges };
}

function reportCorrection({ change, author, createdAt, unapplied }: Correction, timeZone: string): ReportCorrection {
  return {
    text: textRuns(describeChange(change)),
    byline: textRuns(`${author || 'No name'} · ${printedTime(createdAt, timeZone)}`),
    ...(unapplied !== undefined && { unapplied: textRuns(`Kept, but without effect: ${unapplied}`) }),
  };
}

function reportNote(annotation: Annotation, timeZone: string): Omit<ReportNote, 'number'> {
  const { author, createdAt, updatedAt, target, note, tags } = annotation;
  const made = printedTime(createdAt, timeZone);
  const changed = printedTime(updatedAt, timeZone);
  const time = changed === made ? made : `${made}, changed ${changed}`;
  return {
    byline: textRuns(`${author || 'No name'} · ${time}`),
    quote: textParagraphs(target.quote.exact),
    text: textParagraphs(note),
    tags: tags.map((tag) => textRuns(tag)),
  };
}

function countLine({ parse, annotations, secondOpinions }: CaseView): string {
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const given = secondOpinions.filter(({ verdict }) => verdict).length;
  return [
    count(parse.case.items.length, 'disputed item'),
    count(given, 'second opinion'),
    count(annotations.length, 'note'),
  ].join(' · ');
}
