import { z } from 'zod';

/** A half-open range `[start, end)` in UTF-16 code units of a reading text. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** A span with the reading text it covers: `readingText.slice(start, end) === text`. */
export const textSpanSchema = spanSchema.extend({ text: z.string() });
export type TextSpan = Readonly<z.infer<typeof textSpanSchema>>;
