import type { CaseView } from '../../shared/model/letter.ts';
import type { ParseOutput } from '../../shared/model/letter-parse.ts';

/** What a case exported as JSON says: the parse as `parse --json` prints it, and what people added. */
export type CaseExport = ParseOutput & Pick<CaseView, 'annotations' | 'secondOpinions'> & { status: string };

/** The annotated case as indented JSON, ending in a line feed. */
export function exportCaseJson({ letter, parse, annotations, secondOpinions }: CaseView): string {
  const { layout, readingText, case: parsedCase, unassigned, furniture, diagnostics } = parse;
  const exported: CaseExport = {
    file: letter.fileName,
    sha256: letter.sha256,
    layout,
    readingText,
    case: parsedCase,
    unassigned,
    furniture,
    diagnostics,
    status: letter.status,
    annotations,
    secondOpinions,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
