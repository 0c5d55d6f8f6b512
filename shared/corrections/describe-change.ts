import { categoryNames } from '../model/clinical-names.ts';
import type { Change, Destination, Fact } from '../model/correction.ts';
import { assertNever } from '../result.ts';
import { factNames } from './fact-names.ts';

/** The classes of decisions as they are read aloud. */
export const decisionWords = {
  upheld: 'upheld',
  overturned: 'overturned',
  'partially-overturned': 'partially overturned',
  unknown: 'unknown',
} as const;

/** A correction in words, as it is listed: `Decision of “MRI of the left knee” set to overturned`. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'set-decision':
      return `Decision of ${quoted(change.item.quote.exact)} set to ${decisionWords[change.decision]}`;
    case 'set-category':
      return `Category of ${quoted(change.item.quote.exact)} set to ${change.category ? categoryNames[change.category].toLowerCase() : 'none'}`;
    case 'set-title':
      return `Title of ${quoted(change.item.quote.exact)} set to ${quoted(change.title)}`;
    case 'add-item':
      return `Item added: ${quoted(change.title.quote.exact)}`;
    case 'merge-item':
      return `${quoted(change.item.quote.exact)} joined to the item before it`;
    case 'remove-item':
      return `Item removed: ${quoted(change.item.quote.exact)}`;
    case 'assign-text':
      return `${quoted(change.text.quote.exact)} assigned to ${describeDestination(change.to)}`;
    case 'set-fact':
      return describeFact(change.set);
    default:
      return assertNever(change);
  }
}

function describeFact({ fact, value }: Fact): string {
  const name = factNames[fact];
  if (value === null || (Array.isArray(value) && value.length === 0)) return `${name} set to “not stated”`;
  return `${name} set to ${Array.isArray(value) ? value.join('; ') : value}`;
}

function describeDestination(to: Destination): string {
  switch (to.part) {
    case 'summary':
      return 'the clinical case summary';
    case 'claims-administrator':
      return `the claims administrator’s guideline of ${quoted(to.item.quote.exact)}`;
    case 'reviewer':
      return `the reviewer’s guideline of ${quoted(to.item.quote.exact)}`;
    case 'rationale':
      return `the rationale of ${quoted(to.item.quote.exact)}`;
    case 'header':
      return 'the header';
    case 'how-made':
      return 'how the determination was made';
    case 'credentials':
      return 'the reviewer’s credentials';
    case 'documents':
      return 'the documents reviewed';
    case 'closing':
      return 'the closing';
    default:
      return assertNever(to);
  }
}

/** In quotation marks, shortened to what can be listed. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line}”`;
}
