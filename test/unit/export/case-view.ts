import { readFileSync } from 'node:fs';
import { applyCorrections } from '../../../shared/corrections/apply-corrections.ts';
import { parseLetter } from '../../../shared/letter/parse-letter.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Change } from '../../../shared/model/correction.ts';
import type { CaseView } from '../../../shared/model/letter.ts';
import type { Item, LetterParse } from '../../../shared/model/letter-parse.ts';
import type { SecondOpinion } from '../../../shared/model/second-opinion.ts';

export const context = { exportedAt: '2026-11-22T02:20:00.000Z', appVersion: '0.1.0' } as const;

/** A view of `readingText` with nothing recognised in it. */
export function caseView(readingText: string, changes: Partial<LetterParse> = {}): CaseView {
  const parse: LetterParse = {
    layout: 'unrecognised',
    readingText,
    case: {
      dates: {},
      reviewer: { certifications: [], licensedIn: [] },
      patient: {},
      summary: { start: 0, end: 0, text: '' },
      items: [],
    },
    unassigned: [],
    furniture: [],
    diagnostics: [],
    sections: [],
    places: [],
    facts: { diagnoses: [], medications: [], items: [] },
    ...changes,
  };
  return {
    letter: {
      id: 1,
      fileName: 'letter.txt',
      sha256: 'ab'.repeat(32),
      importedAt: '2026-11-20T10:00:00.000Z',
      layout: parse.layout,
      status: 'in-progress',
      items: parse.case.items.map(({ title, decision }) => ({ title, decision })),
      noteCount: 0,
      opinionCount: 0,
      tags: [],
      completeness: 1,
    },
    parse,
    corrections: [],
    corrected: [],
    annotations: [],
    secondOpinions: [],
  };
}

/** A note on `[start, end)` of the view's text. */
export function annotation(view: CaseView, start: number, end: number, changes: Partial<Annotation> = {}): Annotation {
  const text = view.parse.readingText;
  return {
    id: `00000000-0000-4000-8000-${String(start).padStart(6, '0')}${String(end).padStart(6, '0')}`,
    letterId: 1,
    target: {
      start,
      end,
      quote: {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 30), start),
        suffix: text.slice(end, end + 30),
      },
    },
    note: '',
    tags: [],
    author: 'R. Castellanos, MD',
    createdAt: '2026-11-21T16:05:00.000Z',
    updatedAt: '2026-11-21T16:05:00.000Z',
    anchored: true,
    ...changes,
  };
}

/** A note on the first place where `quote` stands in the view's text. */
export function noteOn(view: CaseView, quote: string, note: string, changes: Partial<Annotation> = {}): Annotation {
  const start = view.parse.readingText.indexOf(quote);
  if (start < 0) throw new Error(`Not in the letter: ${quote}`);
  return annotation(view, start, start + quote.length, { note, ...changes });
}

export function opinion(ordinal: number, itemTitle: string, changes: Partial<SecondOpinion> = {}): SecondOpinion {
  return {
    id: ordinal,
    letterId: 1,
    ordinal,
    itemTitle,
    verdict: 'agree',
    reason: '',
    author: 'R. Castellanos, MD',
    updatedAt: '2026-11-21T17:30:00.000Z',
    ...changes,
  };
}

/** A view of a seed as the parser reads it. */
export function seedView(file: string, changes: Partial<LetterParse> = {}): CaseView {
  const { parse } = parseLetter(readFileSync(new URL(`../../../seeds/${file}`, import.meta.url), 'utf8'));
  return caseView(parse.readingText, { ...parse, ...changes });
}

/** The view with corrections made by a reviewer. */
export function correctedView(view: CaseView, changes: readonly Change[]): CaseView {
  const made = changes.map((change, index) => ({
    id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    letterId: 1,
    change,
    author: 'Q. Auditor',
    createdAt: '2026-11-21T18:10:00.000Z',
  }));
  const { parse, corrected, unapplied } = applyCorrections(view.parse, made);
  const corrections = made.map((one) => {
    const reason = unapplied.get(one.id);
    return reason === undefined ? one : { ...one, unapplied: reason };
  });
  return { ...view, parse, corrected: [...corrected], corrections };
}

const guideline = { text: '', start: 0, end: 0, citations: [] };

export function item(ordinal: number, title: string, changes: Partial<Item> = {}): Item {
  return {
    ordinal,
    title,
    decision: 'upheld',
    decisionText: 'Upheld',
    claimsAdministrator: guideline,
    reviewer: guideline,
    rationale: { text: '', start: 0, end: 0 },
    ...changes,
  };
}
