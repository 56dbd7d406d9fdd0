import type { Outcome } from "#lib/db/generated/enums.ts";
import { cohenKappa } from "#lib/metrics/cohen-kappa.ts";
import { wilsonInterval } from "#lib/metrics/wilson-interval.ts";
import type { Confusion, JudgeFigures, ShareOf } from "./schema.ts";

/** Judged trials that came to the same. */
export type JudgedCount = { pass: boolean; outcome: Outcome; count: number };

/** How a judge's verdicts compare with the verifier: an errored trial has not passed, a missing outcome decides nothing. */
export function judgeFigures(counts: readonly JudgedCount[]): JudgeFigures {
  const sum = (pass: boolean, outcomes: readonly Outcome[]) =>
    counts
      .filter((each) => each.pass === pass && outcomes.includes(each.outcome))
      .reduce((total, { count }) => total + count, 0);
  const cells: Confusion = {
    passPassed: sum(true, ["passed"]),
    passFailed: sum(true, ["failed", "errored"]),
    failPassed: sum(false, ["passed"]),
    failFailed: sum(false, ["failed", "errored"]),
  };
  const { passPassed, passFailed, failPassed, failFailed } = cells;
  return {
    ...cells,
    missing: sum(true, ["missing"]) + sum(false, ["missing"]),
    accuracy: shareOf(passPassed + failFailed, passPassed + passFailed + failPassed + failFailed),
    passPrecision: shareOf(passPassed, passPassed + passFailed),
    failPrecision: shareOf(failFailed, failPassed + failFailed),
    kappa: cohenKappa([
      ...repeat("pass", "pass", passPassed),
      ...repeat("pass", "fail", passFailed),
      ...repeat("fail", "pass", failPassed),
      ...repeat("fail", "fail", failFailed),
    ]),
  };
}

function shareOf(k: number, n: number): ShareOf {
  return { k, n, share: n === 0 ? null : k / n, ci: wilsonInterval(k, n) };
}

function repeat(judge: string, verifier: string, count: number): [string, string][] {
  return Array.from({ length: count }, () => [judge, verifier]);
}
