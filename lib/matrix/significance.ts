import { type SignFlipTest, signFlipTest } from "#lib/metrics/sign-flip-test.ts";
import type { CellTest } from "./schema.ts";

const names: Record<SignFlipTest["method"], string> = {
  mcnemar: "exact McNemar test",
  exact: "exact permutation test of the tasks' rates",
  "monte carlo": "permutation test of the tasks' rates",
};

/**
 * Whether a difference is more than chance: the permutation test of its tasks, which for single attempts is McNemar's.
 * @param differences run minus baseline, per paired task
 * @returns null without any pair
 */
export function significanceOf(differences: readonly number[]): CellTest | null {
  if (differences.length === 0) return null;
  const { p, method, draws, seed } = signFlipTest(differences);
  const drawn = draws === null ? "" : ` (${draws} draws, seed ${seed})`;
  return { p, name: `${names[method]}${drawn}` };
}
