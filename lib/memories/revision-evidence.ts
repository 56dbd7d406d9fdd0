import { z } from "zod";

/** At most so many lost tasks are named with a revision; the counts are whole. */
export const mostNamedTasks = 50;

const run = z.object({ id: z.uuid(), name: z.string() });

/**
 * The evidence that a revision was written on: a case (one memory, or several always shown together) of a comparison as
 * it was when the memory was changed. Later runs change the case, not what is kept here.
 */
export const revisionEvidence = z.object({
  kind: z.literal("case"),
  base: run,
  candidate: run,
  memoryIds: z.array(z.uuid()).min(1),
  titles: z.array(z.string()),
  /** Share of attempts passed with it, minus without; -1 to 1. */
  effect: z.number(),
  ci: z.tuple([z.number(), z.number()]),
  q: z.number(),
  state: z.string(),
  exposures: z.number(),
  lostAlone: z.number(),
  lostShared: z.number(),
  /** Lost alone first, at most `mostNamedTasks`. */
  lostTasks: z.array(
    z.object({ taskId: z.uuid(), benchmark: z.string(), taskName: z.string(), alone: z.boolean() }),
  ),
});
export type RevisionEvidence = z.infer<typeof revisionEvidence>;
