import { z } from 'zod';

export const verdicts = ['agree', 'disagree', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the person at the desk thinks of one item's decision. */
export const secondOpinionSchema = z.object({
  id: z.int(),
  letterId: z.int(),
  /** The item's ordinal in the letter; absent when its item is no longer there, or has another opinion already. */
  ordinal: z.int().positive().optional(),
  /** The item's title when the opinion was given. */
  itemTitle: z.string(),
  /** Absent while a reason is being written before a verdict is chosen. */
  verdict: z.enum(verdicts).optional(),
  reason: z.string().max(100_000),
  author: z.string(),
  /** ISO timestamp, UTC. */
  updatedAt: z.string(),
});
export type SecondOpinion = Readonly<z.infer<typeof secondOpinionSchema>>;
