import { z } from "zod";

/** How many names of failed tests are kept; the counts are exact. */
export const MAX_FAILED_TESTS = 200;

const text = z.string().min(1);
const count = z.number().int().nonnegative();

/** What a verifier's tests said. */
const testCounts = z.strictObject({
  passed: count,
  failed: count,
  /** Skipped, pending, and whatever else is neither. */
  other: count,
  /** Names of failed tests, at most MAX_FAILED_TESTS. */
  failedNames: z.array(text).max(MAX_FAILED_TESTS),
});
export type TestCounts = z.infer<typeof testCounts>;

/**
 * What some sources say of a trial and others don't. Nothing in here decides an outcome.
 * - tries: did the tests pass after the first try, the second, ...? Later tries saw what the earlier ones failed at, so
 *   they are not attempts, and nothing over them is a pass@k.
 * - ownJudgment: what the agent said of its own work.
 */
const trialDetails = z.strictObject({
  language: text.optional(),
  difficulty: text.optional(),
  platform: text.optional(),
  released: text.optional(),
  tries: z.array(z.boolean()).optional(),
  tests: testCounts.optional(),
  ownJudgment: z.strictObject({ success: z.boolean(), explanation: text.nullable() }).optional(),
  /** What the harness counted, by a name to be shown: "malformed replies". Counts of 0 are left out. */
  counts: z.record(text, count).optional(),
  commit: text.optional(),
  editFormat: text.optional(),
  editorModel: text.optional(),
  reasoningEffort: text.optional(),
  executionSeconds: z.number().nonnegative().optional(),
  /** Of the task's files, where a part of them (the skills given) is not the task but the arm. */
  taskChecksum: text.optional(),
});
export type TrialDetails = z.infer<typeof trialDetails>;

/** The stored details of a trial; null where there are none or they are not in this shape. */
export function readTrialDetails(stored: unknown): TrialDetails | null {
  const parsed = trialDetails.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Details without what is unknown: null, "" and counts of 0. @returns undefined where nothing is left */
export function compactDetails(
  said: {
    [Key in keyof TrialDetails]: TrialDetails[Key] | null;
  },
): TrialDetails | undefined {
  const counts = Object.fromEntries(Object.entries(said.counts ?? {}).filter(([, value]) => value > 0));
  const known = Object.entries({ ...said, counts: Object.keys(counts).length === 0 ? null : counts }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return known.length === 0 ? undefined : (Object.fromEntries(known) as TrialDetails);
}
