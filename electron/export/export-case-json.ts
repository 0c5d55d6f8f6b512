import type { CaseView } from '../../shared/model/letter.ts';
import type { LetterParse, ParseOutput } from '../../shared/model/letter-parse.ts';

/** What a case exported as JSON says: the parse as `parse --json --facts` prints it, corrected, and what people added. */
export type CaseExport = ParseOutput &
  Pick<CaseView, 'annotations' | 'secondOpinions' | 'corrections' | 'corrected'> &
  Pick<LetterParse, 'facts'> & { status: string };

/** The annotated case as indented JSON, ending in a line feed. */
export function exportCaseJson({ letter, parse, ...view }: CaseView): string {
  const { annotations, secondOpinions, corrections, corrected } = view;
  const { layout, readingText, case: parsedCase, unassigned, furniture, diagnostics, facts } = parse;
  const exported: CaseExport = {
    file: letter.fileName,
    sha256: letter.sha256,
    layout,
    readingText,
    case: parsedCase,
    unassigned,
    furniture: furniture.map(({ text, start, end }) => ({ text, start, end })),
    diagnostics,
    facts,
    status: letter.status,
    annotations,
    secondOpinions,
    corrections,
    corrected,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
