import { unassignedRemark } from '../letter/unassigned.ts';
import type { Diagnostic } from '../model/letter-parse.ts';
import type { Span } from '../model/span.ts';
import type { CaseDraft, ItemDraft, SectionDraft } from './case-draft.ts';

const ofItem = new Set(['missing-title', 'missing-decision', 'unknown-decision', 'missing-section']);

/**
 * What is still to be remarked on a corrected case: what a correction has settled is left out, items that were taken
 * apart are looked at anew, and the others are called by their new ordinals.
 */
export function draftDiagnostics(draft: CaseDraft, unassigned: readonly Span[]): Diagnostic[] {
  const { parse, items } = draft;
  const kept = parse.diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const { code, start } = diagnostic;
    if (code === 'unassigned-text') return [];
    if (code === 'missing-items' && items.length > 0) return [];
    if (code === 'missing-section' && start === undefined) return isFilled(draft, diagnostic) ? [] : [diagnostic];
    if (!ofItem.has(code) || start === undefined) return [diagnostic];
    const before = parse.sections.findLast(
      (section) => section.ordinal !== undefined && section.start <= start && start <= section.end,
    )?.ordinal;
    if (before === undefined) return [diagnostic];
    const now = items.findIndex(({ parsed }) => parsed?.ordinal === before);
    const item = items[now];
    if (!item || item.changed || isSettled(code, item)) return [];
    return [{ ...diagnostic, message: diagnostic.message.replace(/(\bitem )\d+/i, `$1${now + 1}`) }];
  });
  const found = items.flatMap((item, index) =>
    item.changed
      ? remarksOn(
          item,
          index + 1,
          draft.sections.find((section) => section.item === item),
        )
      : [],
  );
  const stray = parse.layout === 'unrecognised' && items.length === 0 ? [] : unassigned.map(unassignedRemark);
  return [...kept, ...found, ...stray];
}

/** Only the summary can be missing as a whole and be put right by assigning a text to it. */
const isFilled = ({ summary }: CaseDraft, { message }: Diagnostic): boolean =>
  summary.end > summary.start && /\bsummary\b/.test(message);

const isSettled = (code: string, { marks }: ItemDraft): boolean =>
  marks.some(({ name }) => (code === 'missing-title' ? name === 'title' : name === 'decision')) &&
  code !== 'missing-section';

function remarksOn(item: ItemDraft, ordinal: number, section: SectionDraft | undefined): Diagnostic[] {
  const at = item.titlePlace ?? section;
  const remark = (code: string, message: string): Diagnostic => ({
    code,
    severity: 'warning',
    message,
    ...(at && { start: at.start, end: at.end }),
  });
  const { rationale } = item.parts;
  return [
    ...(item.title === '' ? [remark('missing-title', `Item ${ordinal} has no title.`)] : []),
    ...(item.decisionText === '' && !item.marks.some(({ name }) => name === 'decision')
      ? [remark('missing-decision', `Item ${ordinal} has no decision.`)]
      : []),
    ...(rationale.start === rationale.end
      ? [remark('missing-section', `Item ${ordinal} has no decision rationale.`)]
      : []),
  ];
}
