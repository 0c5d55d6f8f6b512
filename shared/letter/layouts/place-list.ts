import type { Place } from '../../model/letter-parse.ts';
import type { Span } from '../../model/span.ts';
import type { Fact } from '../facts/fact.ts';

/** Collects where the values of a case stand, and hands the values on. */
export class PlaceList {
  readonly places: Place[] = [];

  add(path: string, span: Span | undefined): void {
    if (span) this.places.push({ path, start: span.start, end: span.end });
  }

  /** The value of `fact`, as an object with the one property `name`, or without it when there is no fact. */
  optional<K extends string, T>(path: string, name: K, fact: Fact<T> | undefined): { [P in K]?: T } {
    if (!fact) return {};
    this.add(path, fact);
    return { [name]: fact.value } as { [P in K]?: T };
  }

  /** The values of `facts`, with a place each. */
  all<T>(path: string, facts: readonly Fact<T>[]): T[] {
    return facts.map((fact, index) => {
      this.add(`${path}.${index}`, fact);
      return fact.value;
    });
  }
}
