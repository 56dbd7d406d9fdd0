import { z } from "zod";

/** One case of a judge's audit; task: null where the file names none. */
export const judgeCase = z.strictObject({
  task: z.string().nullable(),
  /** Passed, by the judge. */
  judged: z.boolean(),
  /** Passed, by the verifier. */
  verified: z.boolean(),
});
export type JudgeCase = z.infer<typeof judgeCase>;

/** The judge against the verifier; positive is "passed". */
export type Confusion = { tp: number; fp: number; fn: number; tn: number };

/** Counts a judge's cases by what the verifier said. Pure. */
export function confusionOf(cases: readonly Pick<JudgeCase, "judged" | "verified">[]): Confusion {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { judged, verified } of cases) {
    counts[judged ? (verified ? "tp" : "fp") : verified ? "fn" : "tn"] += 1;
  }
  return counts;
}
