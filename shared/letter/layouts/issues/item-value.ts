import type { Diagnostic, GuidelineStatement, Item } from '../../../model/letter-parse.ts';
import { parseCitations } from '../../citations.ts';
import { classifyDecision } from '../../decision.ts';
import type { PlaceList } from '../place-list.ts';
import { type FoundItem, partText } from './items.ts';
import type { ItemPart } from './labels.ts';

const partNames: Readonly<Record<ItemPart, string>> = {
  claims: "claims administrator's guideline",
  reviewer: "reviewer's guideline",
  rationale: 'decision rationale',
};
/**
 * Turns a found item into the item of the case; notes its places, and what it lacks as diagnostics. `marker` is the length
 * of the list marker before its title.
 */
export function itemValue(
  readingText: string,
  found: FoundItem,
  ordinal: number,
  marker: number,
  places: PlaceList,
  diagnostics: Diagnostic[],
): Item {
  const { heading, parts } = found;
  const path = `items.${ordinal - 1}`;
  const titleStart = heading.title.start + marker;
  const title = readingText.slice(titleStart, heading.title.end);
  if (title) places.add(`${path}.title`, { start: titleStart, end: heading.title.end });
  else warn('missing-title', `Item ${ordinal} has no title.`);

  const decisionText = heading.decision ? readingText.slice(heading.decision.start, heading.decision.end) : '';
  const decision = classifyDecision(decisionText);
  places.add(`${path}.decision`, heading.decision);
  if (!heading.decision) warn('missing-decision', `Item ${ordinal} has no decision.`);
  else if (decision === 'unknown') {
    const { start, end } = heading.decision;
    diagnostics.push({
      code: 'unknown-decision',
      severity: 'warning',
      message: `The decision of item ${ordinal}, “${decisionText}”, is not one that letters are known to use; it is kept as printed.`,
      start,
      end,
    });
  }

  const headingEnd = heading.decision?.end ?? heading.title.end;
  const claims = guideline('claims', headingEnd);
  const reviewer = guideline('reviewer', claims.end);
  const rationale = partText(readingText, parts.rationale, reviewer.end);
  for (const part of ['claims', 'reviewer', 'rationale'] as const) {
    const span = parts[part];
    if (!span || span.start === span.end) warn('missing-section', `Item ${ordinal} has no ${partNames[part]}.`);
  }
  return { ordinal, title, decision, decisionText, claimsAdministrator: claims, reviewer, rationale };

  function guideline(part: 'claims' | 'reviewer', fallback: number): GuidelineStatement {
    const text = partText(readingText, parts[part], fallback);
    return { ...text, citations: parseCitations(readingText, text) };
  }

  function warn(code: string, message: string): void {
    const end = heading.decision?.end ?? heading.title.end;
    diagnostics.push({ code, severity: 'warning', message, start: found.start, end: Math.max(found.start, end) });
  }
}
