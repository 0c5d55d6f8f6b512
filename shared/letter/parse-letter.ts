import type { Furniture, LetterParse, ParsedCase } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import { caseNumberPattern, normaliseCaseNumber } from './case-number.ts';
import { clinicalFacts } from './facts/clinical-facts.ts';
import type { LayoutParse } from './layouts/layout.ts';
import { recogniseLayout } from './layouts/registry.ts';
import { pageDiagnostics } from './page-diagnostics.ts';
import { reflow } from './reading-text.ts';
import { secondLetterRemarks } from './second-letter.ts';
import { type SourceMap, toReading } from './source-map.ts';
import { unassignedRemark, unassignedText } from './unassigned.ts';

/** Rises with every change that can give a letter another parse, so that stored ones can be told to be old. */
export const parserVersion = 3;

export interface ParsedLetter {
  readonly parse: LetterParse;
  readonly sourceMap: SourceMap;
}

const emptyCase: ParsedCase = {
  dates: {},
  reviewer: { certifications: [], licensedIn: [] },
  patient: {},
  summary: { text: '', start: 0, end: 0 },
  items: [],
};

/**
 * Parses the source text of a letter, any string: one that is no letter gets the layout `unrecognised` with its
 * whole text unassigned. Never throws; linear in the length of the text.
 */
export function parseLetter(source: string): ParsedLetter {
  const { readingText, sourceMap, furniture } = reflow(source);
  const layout = recogniseLayout(readingText);
  const found: LayoutParse = layout?.parse(readingText) ?? {
    case: emptyCase,
    sections: [],
    places: [],
    diagnostics: [
      {
        code: 'unrecognised-layout',
        severity: 'warning',
        message: 'This text is not laid out like any determination letter the program knows; it is kept as plain text.',
      },
    ],
  };
  const unassigned = unassignedText(readingText, found.sections);
  const stray = layout ? unassigned.map(unassignedRemark) : [];
  return {
    parse: {
      layout: layout?.name ?? 'unrecognised',
      readingText,
      case: withFooterNumber(found.case, furniture),
      unassigned,
      furniture: furniture.map((piece) => ({ ...piece, at: toReading(sourceMap, piece.start) })),
      diagnostics: [
        ...found.diagnostics,
        ...secondLetterRemarks(readingText, found.sections),
        ...stray,
        ...pageDiagnostics(source, furniture, readingText, sourceMap),
      ],
      sections: [...found.sections],
      places: [...found.places],
      facts: clinicalFacts(readingText, { summary: found.case.summary, titles: titlePlaces(found) }),
    },
    sourceMap,
  };
}

const footerNumber = new RegExp(caseNumberPattern, 'i');

/** A letter without the case number in its header may still print it in its footers. */
function withFooterNumber(parsed: ParsedCase, furniture: readonly Furniture[]): ParsedCase {
  if (parsed.number !== undefined) return parsed;
  const number = furniture.map(({ text }) => footerNumber.exec(text)?.[0]).find((found) => found !== undefined);
  return number === undefined ? parsed : { ...parsed, number: normaliseCaseNumber(number) };
}

function titlePlaces({ case: { items }, places }: LayoutParse): { ordinal: number; span: Span }[] {
  const placed = new Map(places.toReversed().map((place) => [place.path, place]));
  return items.flatMap(({ ordinal }, index) => {
    const span = placed.get(`items.${index}.title`);
    return span ? [{ ordinal, span }] : [];
  });
}
