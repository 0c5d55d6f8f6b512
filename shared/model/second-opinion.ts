import { z } from 'zod';

export const verdicts = ['agree', 'disagree', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the person at the desk thinks of one item's decision. */
export const secondOpinionSchema = z.object({
  letterId: z.int(),
  /** The item's ordinal in the letter. */
  ordinal: z.int().positive(),
  /** The item's title when the opinion was given, so that it can be matched again after a re-parse. */
  itemTitle: z.string(),
  /** Absent while a reason is being written before a verdict is chosen. */
  verdict: z.enum(verdicts).optional(),
  reason: z.string().max(100_000),
  author: z.string(),
  /** ISO timestamp, UTC. */
  updatedAt: z.string(),
});
export type SecondOpinion = Readonly<z.infer<typeof secondOpinionSchema>>;
