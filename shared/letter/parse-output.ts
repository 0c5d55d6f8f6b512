import type { Citation, Item, LetterParse, ParsedCase, ParseOutput } from '../model/letter-parse.ts';
import type { TextSpan } from '../model/span.ts';

/**
 * The stable form of a parse that `parse --json` prints, with its keys always in the same order and no others.
 * `sha256` is that of the file's bytes, lower-case hex.
 */
export function toParseOutput(parse: LetterParse, file: string, sha256: string): ParseOutput {
  return {
    file,
    sha256,
    layout: parse.layout,
    readingText: parse.readingText,
    case: caseOutput(parse.case),
    unassigned: parse.unassigned.map(textSpan),
    furniture: parse.furniture.map(textSpan),
    diagnostics: parse.diagnostics.map(({ code, severity, message, start, end }) => ({
      code,
      severity,
      message,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    })),
  };
}

function caseOutput({ number, dates, reviewer, patient, summary, items }: ParsedCase): ParsedCase {
  return {
    ...(number !== undefined && { number }),
    dates: {
      ...(dates.injury !== undefined && { injury: dates.injury }),
      ...(dates.assigned !== undefined && { assigned: dates.assigned }),
      ...(dates.urDenial !== undefined && { urDenial: dates.urDenial }),
      ...(dates.decision !== undefined && { decision: dates.decision }),
      ...(dates.received !== undefined && { received: dates.received }),
    },
    reviewer: {
      ...(reviewer.title !== undefined && { title: reviewer.title }),
      certifications: [...reviewer.certifications],
      licensedIn: [...reviewer.licensedIn],
    },
    patient: {
      ...(patient.age !== undefined && { age: patient.age }),
      ...(patient.sex !== undefined && { sex: patient.sex }),
    },
    summary: textSpan(summary),
    items: items.map(itemOutput),
  };
}

function itemOutput(item: Item): Item {
  const { ordinal, title, decision, decisionText, claimsAdministrator, reviewer, rationale } = item;
  return {
    ordinal,
    title,
    decision,
    decisionText,
    claimsAdministrator: guidelineOutput(claimsAdministrator),
    reviewer: guidelineOutput(reviewer),
    rationale: textSpan(rationale),
  };
}

const guidelineOutput = (statement: Item['reviewer']): Item['reviewer'] => ({
  ...textSpan(statement),
  citations: statement.citations.map(citationOutput),
});

const citationOutput = (citation: Citation): Citation => {
  const { source, guideline, chapter, section, pages, regulation } = citation;
  return {
    source,
    ...(guideline !== undefined && { guideline }),
    ...(chapter !== undefined && { chapter }),
    ...(section !== undefined && { section }),
    pages: [...pages],
    ...(regulation !== undefined && { regulation }),
    ...textSpan(citation),
  };
};

const textSpan = ({ text, start, end }: TextSpan): TextSpan => ({ text, start, end });
