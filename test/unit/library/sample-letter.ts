import { createHash, randomUUID } from 'node:crypto';
import type { NewAnnotation, NewLetter } from '../../../electron/library/library-api.ts';
import { packContent } from '../../../electron/library/packed-content.ts';
import type { LetterParse } from '../../../shared/model/letter-parse.ts';

const empty = { text: '', start: 0, end: 0 };

/** A letter for the library whose reading text is `text`, with one item for each title. */
export function sampleLetter(text: string, more: Partial<NewLetter> & { titles?: readonly string[] } = {}): NewLetter {
  const { titles = ['Lumbar MRI'], ...rest } = more;
  const bytes = new Uint8Array(Buffer.from(text));
  const parse: LetterParse = {
    layout: 'issues',
    readingText: text,
    case: {
      dates: {},
      reviewer: { certifications: [], licensedIn: [] },
      patient: { age: 53, sex: 'female' },
      summary: empty,
      items: titles.map((title, index) => ({
        ordinal: index + 1,
        title,
        decision: 'upheld',
        decisionText: 'Upheld',
        claimsAdministrator: { ...empty, citations: [] },
        reviewer: { ...empty, citations: [] },
        rationale: empty,
      })),
    },
    unassigned: [],
    furniture: [],
    diagnostics: [],
    sections: [],
    places: [],
    facts: { diagnoses: [], medications: [], items: [] },
  };
  return {
    fileName: 'letter.txt',
    importedAt: '2026-01-01T00:00:00.000Z',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    layout: 'issues',
    bytes,
    content: packContent({
      parse,
      sourceText: text,
      sourceMap: [] as never,
      extraction: { pages: [], diagnostics: [] },
      parserVersion: 1,
    }),
    ...rest,
  };
}

/** An annotation on the first place where `exact` stands in `text`. */
export function sampleAnnotation(
  letterId: number,
  text: string,
  exact: string,
  more: Partial<NewAnnotation> = {},
): NewAnnotation {
  const start = text.indexOf(exact);
  const quote = { exact, prefix: text.slice(Math.max(0, start - 8), start), suffix: '' };
  return {
    id: randomUUID(),
    letterId,
    target: { start, end: start + exact.length, quote },
    note: '',
    tags: [],
    author: 'Dr. Reviewer',
    ...more,
  };
}
