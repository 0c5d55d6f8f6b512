/**
 * A regular expression as an automaton of its character classes, one state for each place in the pattern where a
 * character is taken. Every repetition is a loop, however often it may run; how often is kept beside it. What a lookahead
 * reads leads nowhere; lookbehinds read a few characters only, and so take no part.
 */
import {
  type Assertion,
  type CharacterClass,
  type CharSet,
  type Concatenation,
  type Element,
  JS,
  type NoParent,
} from 'refa';

export interface State {
  readonly characters: CharSet;
  /** The characters as a pattern. */
  readonly printed: string;
  /** The most characters that the repetitions around it can take; 1 without any. */
  readonly size: number;
  /** The states that may take the next character, each with the number of ways that lead there. */
  readonly next: Map<number, number>;
}

export interface Automaton {
  readonly states: readonly State[];
  /** The states that may take the first character. */
  readonly first: ReadonlySet<number>;
  /** A lookbehind that may read any number of characters, which this automaton does not show. */
  readonly unboundedLookbehind: boolean;
}

/** Where a part of a pattern may start and end. */
interface Fragment {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nothing: Fragment = { nullable: true, first: [], last: [] };

/**
 * Builds the automaton of a pattern for a search that starts `anywhere` behind the start of the text, or else at it.
 * Throws where the pattern is no regular expression.
 */
export function automatonOf(source: string, flags: string, anywhere: boolean): Automaton {
  const { expression } = JS.Parser.fromLiteral({ source, flags }).parse({
    maxNodes: 1_000_000,
    backreferences: 'disable',
  });
  const states: State[] = [];
  let unboundedLookbehind = false;

  const connect = (from: readonly number[], to: readonly number[]): void => {
    for (const state of from) {
      const next = states[state]?.next;
      for (const target of to) next?.set(target, (next.get(target) ?? 0) + 1);
    }
  };
  const either = (alternatives: readonly NoParent<Concatenation>[], size: number): Fragment => {
    const found = alternatives.map(({ elements }) => sequence(elements, size));
    return {
      nullable: found.some(({ nullable }) => nullable),
      first: found.flatMap(({ first }) => first),
      last: found.flatMap(({ last }) => last),
    };
  };
  const sequence = (elements: readonly NoParent<Element>[], size: number): Fragment => {
    let whole = nothing;
    for (const element of elements) {
      const part = fragment(element, size);
      connect(whole.last, part.first);
      whole = {
        nullable: whole.nullable && part.nullable,
        first: whole.nullable ? [...whole.first, ...part.first] : whole.first,
        last: part.nullable ? [...whole.last, ...part.last] : part.last,
      };
    }
    return whole;
  };
  const fragment = (element: NoParent<Element>, size: number): Fragment => {
    switch (element.type) {
      case 'CharacterClass': {
        const state =
          states.push({ characters: element.characters, printed: printed(element), size, next: new Map() }) - 1;
        return { nullable: false, first: [state], last: [state] };
      }
      case 'Alternation':
        return either(element.alternatives, size);
      case 'Quantifier': {
        if (element.max === 0) return nothing;
        const body = either(element.alternatives, size * element.max);
        if (element.max > 1) connect(body.last, body.first);
        return { ...body, nullable: body.nullable || element.min === 0 };
      }
      case 'Assertion': {
        if (isTextEdge(element)) return { ...nothing, nullable: element.kind === 'behind' && !anywhere };
        if (element.kind === 'ahead') return { ...nothing, first: either(element.alternatives, size).first };
        unboundedLookbehind ||= element.alternatives.some(({ elements }) => elements.some(isUnbounded));
        return nothing;
      }
      case 'Unknown':
        throw new Error('The pattern holds something that is no regular expression.');
    }
  };

  const { first } = either(expression.alternatives.map(withoutSureEnd), 1);
  return { states, first: new Set(first), unboundedLookbehind };
}

const printed = (element: NoParent<CharacterClass>): string =>
  JS.toLiteral({ type: 'Concatenation', elements: [element] }).source.slice(0, 40);

const isUnbounded = (element: NoParent<Element>): boolean => {
  if (element.type === 'Quantifier' && element.max === Number.POSITIVE_INFINITY) return true;
  if (element.type === 'CharacterClass' || element.type === 'Unknown') return false;
  return element.alternatives.some(({ elements }) => elements.some(isUnbounded));
};

/** True for `^`, and for `$`, behind which no character can be taken. */
const isTextEdge = ({ negate, alternatives }: NoParent<Assertion>): boolean =>
  negate &&
  alternatives.some(({ elements: [only, ...others] }) => {
    return only?.type === 'CharacterClass' && only.characters.isAll && others.length === 0;
  });

/**
 * A pattern without the characters at its end that it can do without: once it gets there it has matched, and what has
 * matched is not tried again.
 */
function withoutSureEnd(alternative: NoParent<Concatenation>): NoParent<Concatenation> {
  const before = alternative.elements.slice(0, -1);
  const last = alternative.elements.at(-1);
  if (last?.type === 'Alternation') {
    const alternatives = last.alternatives.map(withoutSureEnd);
    return { ...alternative, elements: [...before, { ...last, alternatives }] };
  }
  if (last?.type !== 'Quantifier' || !last.alternatives.every(isCharacter)) return alternative;
  if (last.min > 0) return { ...alternative, elements: [...before, { ...last, max: last.min }] };
  return withoutSureEnd({ ...alternative, elements: before });
}

/** True for one character, whatever else must be true of its place. */
const isCharacter = ({ elements }: NoParent<Concatenation>): boolean =>
  elements.at(-1)?.type === 'CharacterClass' && elements.slice(0, -1).every(({ type }) => type === 'Assertion');
