/**
 * Why a regular expression may take more than linear time on some text. A search that fails has tried every path through
 * the automaton, so their number must not outgrow the text. It does, for a word that is repeated,
 * - exponentially, when one state leads back to itself over the word on two paths (`(?:a+)+`), and
 * - by a power, when two states lead back to themselves over the word and one to the other (`a*a*`). The start of a
 *   search that is tried everywhere is such a state too (`a+b`).
 * See A. Weber and H. Seidl, On the degree of ambiguity of finite automata (1991).
 */
import { type Automaton, automatonOf } from './automaton.ts';

/** The most steps that repetitions with a bound may need together for one place in the text. */
const mostSteps = 10_000;
/** The most steps that one pattern is looked at for. */
const mostChecked = 500_000;
/** The state of a search that has not started yet: it takes any character. */
const before = -1;

/** The first reason found, in words; undefined for a pattern that takes linear time on every text. */
export function slowPath(source: string, flags: string): string | undefined {
  try {
    const atStart = slowPathIn(automatonOf(source, flags, false), false);
    return atStart ?? (flags.includes('y') ? undefined : slowPathIn(automatonOf(source, flags, true), true));
  } catch (error) {
    if (error instanceof TooLarge) return 'it is too large to be checked';
    throw error;
  }
}

class TooLarge extends Error {}

function slowPathIn(automaton: Automaton, anywhere: boolean): string | undefined {
  const { states } = automaton;
  if (automaton.unboundedLookbehind) return 'a lookbehind may read any number of characters';
  const size = (state: number): number => states[state]?.size ?? Number.POSITIVE_INFINITY;
  const name = (state: number): string => states[state]?.printed ?? 'the start';
  const graph = graphOf(automaton);
  const loops = states.flatMap((_state, index) => (graph.leadsTo(index, index) ? [index] : []));
  for (const state of loops) {
    const doubled = [...(states[state]?.next ?? [])].some(([next, ways]) => ways > 1 && graph.leadsTo(next, state));
    // What is true of one state of a loop is true of all.
    const first = loops.find((other) => graph.leadsTo(other, state) && graph.leadsTo(state, other));
    if (doubled || (first === state && loopsTwice(graph, state)))
      return `${name(state)} can be repeated in exponentially many ways`;
  }
  for (const from of anywhere ? [before, ...loops] : loops) {
    for (const to of loops) {
      // Two states of one loop that share would have made it loop twice.
      if (from !== before && graph.leadsTo(to, from)) continue;
      const [few, many] = [Math.min(size(from), size(to)), Math.max(size(from), size(to))];
      const steps = many === Number.POSITIVE_INFINITY ? few : few * many;
      if (steps > mostSteps && shares(graph, from, to))
        return `${name(from)} and ${name(to)} can share the same text in many ways`;
    }
  }
  return undefined;
}

interface Graph {
  next(state: number): readonly number[];
  leadsTo(state: number, target: number): boolean;
  /** True when one character can take the search to all three states. */
  haveCommonCharacter(a: number, b: number, c: number): boolean;
  /** True when steps lead from `origin` to `goal`, one at least; throws when the pattern is too large to tell. */
  isReached(origin: Triple, goal: Triple, steps: (states: Triple) => Iterable<Triple>): boolean;
}

type Triple = readonly [number, number, number];

function graphOf({ states, first }: Automaton): Graph {
  const successors = states.map(({ next }) => [...next.keys()]);
  const fromBefore = [before, ...first];
  const next = (state: number): readonly number[] => (state === before ? fromBefore : (successors[state] ?? []));
  const reached = states.map((_state, index) => closure(next(index), next));
  const base = states.length + 1;
  const keyOf = ([a, b, c]: Triple): number => ((a + 1) * base + b + 1) * base + c + 1;
  const common = new Map<number, boolean>();
  let steps = 0;
  return {
    next,
    leadsTo: (state, target) => state === before || reached[state]?.has(target) === true,
    haveCommonCharacter(a, b, c) {
      const key = keyOf([a, b, c]);
      let shared = common.get(key);
      if (shared === undefined) {
        const [one, ...others] = [a, b, c].flatMap((state) => states[state]?.characters ?? []);
        shared = others.reduce((set, other) => set?.intersect(other), one)?.isEmpty !== true;
        common.set(key, shared);
      }
      return shared;
    },
    isReached(origin, goal, stepsFrom) {
      const target = keyOf(goal);
      const seen = new Set<number>();
      const open = [origin];
      for (let at = open.pop(); at; at = open.pop()) {
        for (const to of stepsFrom(at)) {
          if (++steps > mostChecked) throw new TooLarge();
          const key = keyOf(to);
          if (key === target) return true;
          if (!seen.has(key)) open.push(to);
          seen.add(key);
        }
      }
      return false;
    },
  };
}

function closure(from: readonly number[], next: (state: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set(from);
  for (const state of found) for (const one of next(state)) found.add(one);
  return found;
}

/** True when one word leads from `state` back to it on two different paths. */
function loopsTwice(graph: Graph, state: number): boolean {
  const within = (one: number) => graph.next(one).filter((next) => graph.leadsTo(next, state));
  // The third number says whether the paths have parted.
  return graph.isReached([state, state, 0], [state, state, 1], function* ([a, b, parted]): Iterable<Triple> {
    for (const c of within(a)) {
      for (const d of within(b)) if (graph.haveCommonCharacter(c, d, d)) yield [c, d, parted === 1 || c !== d ? 1 : 0];
    }
  });
}

/** True when one word leads from `from` back to it, from `from` to `to`, and from `to` back to it. */
function shares(graph: Graph, from: number, to: number): boolean {
  if (!graph.leadsTo(from, to)) return false;
  const towards = (state: number, target: number) => graph.next(state).filter((next) => graph.leadsTo(next, target));
  return graph.isReached([from, from, to], [from, to, to], function* ([a, b, c]): Iterable<Triple> {
    for (const z of towards(c, to)) {
      for (const y of towards(b, to)) {
        if (!graph.haveCommonCharacter(y, z, z)) continue;
        for (const x of from === before ? [before] : towards(a, from)) {
          if (graph.haveCommonCharacter(x, y, z)) yield [x, y, z];
        }
      }
    }
  });
}
