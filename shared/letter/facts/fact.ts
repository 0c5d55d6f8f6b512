import type { Span } from '../../model/span.ts';

/** A value that the letter states, and where it stands in the reading text. */
export interface Fact<T> extends Span {
  readonly value: T;
}
