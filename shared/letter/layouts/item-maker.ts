import type { Decision, Diagnostic, GuidelineStatement, Item } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import { guidelineStatement } from './guideline-statement.ts';
import type { PlaceList } from './place-list.ts';

/** Where the parts of an item stand; any of them may be missing, and they need not stand together. */
export interface ItemParts {
  readonly title?: Span | undefined;
  readonly decision?: (Span & { readonly decision: Decision }) | undefined;
  readonly claims?: Span | undefined;
  readonly reviewer?: Span | undefined;
  readonly rationale?: Span | undefined;
  /** Where the item starts: the place of what is said about it as a whole. */
  readonly start: number;
}

const partNames = {
  claims: "claims administrator's guideline",
  reviewer: "reviewer's guideline",
  rationale: 'decision rationale',
} as const;
export type PartName = keyof typeof partNames;

/**
 * Makes items of a letter from their parts, and notes their places. A part that is missing is empty, at the end of what
 * stands before it; one that is `expected` in such a letter is reported, and so is a missing title or decision.
 */
export class ItemMaker {
  readonly #readingText: string;
  readonly #expected: readonly PartName[];
  readonly #places: PlaceList;
  readonly #diagnostics: Diagnostic[];
  /** Several items may share one statement. */
  readonly #statements = new Map<string, GuidelineStatement>();

  constructor(readingText: string, expected: readonly PartName[], places: PlaceList, diagnostics: Diagnostic[]) {
    this.#readingText = readingText;
    this.#expected = expected;
    this.#places = places;
    this.#diagnostics = diagnostics;
  }

  make(parts: ItemParts, ordinal: number): Item {
    const { title, decision } = parts;
    const path = `items.${ordinal - 1}`;
    const titleText = this.#text(title);
    const decisionText = this.#text(decision);
    const headingEnd = Math.max(parts.start, title?.end ?? 0, decision?.end ?? 0);
    const warn = (code: string, message: string, at: Span = { start: parts.start, end: headingEnd }): void => {
      this.#diagnostics.push({ code, severity: 'warning', message, start: at.start, end: at.end });
    };
    if (titleText) this.#places.add(`${path}.title`, title);
    else warn('missing-title', `Item ${ordinal} has no title.`);
    if (decisionText) this.#places.add(`${path}.decision`, decision);
    else warn('missing-decision', `Item ${ordinal} has no decision.`);
    if (decisionText && decision?.decision === 'unknown') {
      const message = `The decision of item ${ordinal}, “${decisionText}”, is not one that letters are known to use; it is kept as printed.`;
      warn('unknown-decision', message, decision);
    }
    for (const part of this.#expected) {
      if (!this.#text(parts[part])) warn('missing-section', `Item ${ordinal} has no ${partNames[part]}.`);
    }
    const claims = parts.claims ?? emptyAt(headingEnd);
    const reviewer = parts.reviewer ?? emptyAt(parts.claims?.end ?? headingEnd);
    const { start, end } = parts.rationale ?? emptyAt(Math.max(claims.end, reviewer.end));
    return {
      ordinal,
      title: titleText,
      decision: decisionText ? (decision?.decision ?? 'unknown') : 'unknown',
      decisionText,
      claimsAdministrator: this.#statement(claims),
      reviewer: this.#statement(reviewer),
      rationale: { text: this.#readingText.slice(start, end), start, end },
    };
  }

  #text(span: Span | undefined): string {
    return span ? this.#readingText.slice(span.start, span.end) : '';
  }

  #statement(span: Span): GuidelineStatement {
    const key = `${span.start}-${span.end}`;
    const statement = this.#statements.get(key) ?? guidelineStatement(this.#readingText, span);
    this.#statements.set(key, statement);
    return statement;
  }
}

const emptyAt = (offset: number): Span => ({ start: offset, end: offset });
