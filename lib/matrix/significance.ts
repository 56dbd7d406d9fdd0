import { mcnemar } from "#lib/metrics/mcnemar.ts";
import type { CellTest } from "./schema.ts";

/** Differences nearer to 0 than this are none: thirds do not add up in binary. */
const none = 1e-12;

/**
 * Whether tasks rather went up than down: exact, two-sided, over the tasks that changed. With one attempt each it is
 * McNemar's test; with more it is the sign test of the tasks' estimates, which are exchangeable between two runs that
 * do not differ.
 * @param differences run minus baseline, per paired task
 */
export function testDifference(differences: readonly number[], attempts: number): CellTest | null {
  if (differences.length === 0) return null;
  const up = differences.filter((each) => each > none).length;
  const down = differences.filter((each) => each < -none).length;
  return {
    p: mcnemar(up, down).p,
    name: attempts <= 1 ? "exact McNemar test" : "exact sign test over tasks",
  };
}
