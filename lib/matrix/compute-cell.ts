import { mean } from "simple-statistics";
import { pairedInterval } from "#lib/metrics/paired-interval.ts";
import { type Contribution, contributionOf, isShare, meanOf } from "./measure-tasks.ts";
import type { MatrixCell, Measure, RunTask } from "./schema.ts";
import { significanceOf } from "./significance.ts";

/** A run's tasks, all or at one benchmark, and their pairs with the baseline's; null without a baseline. */
export type Side = {
  runId: string;
  tasks: readonly RunTask[];
  pairs: readonly { before: RunTask; after: RunTask }[] | null;
};

type Paired = { before: Contribution; after: Contribution };

/** One run at one benchmark, or over all its tasks (micro). q and arrow need the whole table. */
export function computeCell(side: Side, measure: Measure): MatrixCell {
  const all = side.tasks.flatMap((task) => contributionOf(task, measure) ?? []);
  const paired = pairContributions(side, measure);
  const differences = paired.map(({ before, after }) => after.amount - before.amount);
  const share = isShare(measure);
  return {
    ...emptyCell(side.runId),
    value: meanOf(all),
    solved: all.reduce((sum, each) => sum + each.amount, 0),
    n: all.length,
    delta: deltaOf(paired),
    ci: share ? intervalOf([differences]) : null,
    pairs: paired.length,
    test: share ? significanceOf(differences) : null,
  };
}

/** The mean of the benchmarks' values: each counts the same, whatever its size. It is not tested. */
export function computeMacroCell(runId: string, sides: readonly Side[], measure: Measure): MatrixCell {
  const cells = sides.map((side) => computeCell(side, measure));
  const values = cells.flatMap(({ value }) => value ?? []);
  const deltas = cells.flatMap(({ delta }) => delta ?? []);
  const strata = sides.map((side) =>
    pairContributions(side, measure).map(({ before, after }) => after.amount - before.amount),
  );
  return {
    ...emptyCell(runId),
    value: values.length > 0 ? mean(values) : null,
    solved: cells.reduce((sum, { solved }) => sum + solved, 0),
    n: cells.reduce((sum, { n }) => sum + n, 0),
    delta: deltas.length > 0 ? mean(deltas) : null,
    ci: isShare(measure) ? intervalOf(strata) : null,
    pairs: cells.reduce((sum, { pairs }) => sum + pairs, 0),
  };
}

function emptyCell(runId: string): MatrixCell {
  return {
    runId,
    value: null,
    solved: 0,
    n: 0,
    delta: null,
    ci: null,
    pairs: 0,
    test: null,
    q: null,
    arrow: null,
  };
}

/** The pairs at which both sides have the measure. */
function pairContributions({ pairs }: Side, measure: Measure): Paired[] {
  return (pairs ?? []).flatMap(({ before, after }) => {
    const [left, right] = [contributionOf(before, measure), contributionOf(after, measure)];
    return left && right ? { before: left, after: right } : [];
  });
}

function deltaOf(paired: readonly Paired[]): number | null {
  const before = meanOf(paired.map((pair) => pair.before));
  const after = meanOf(paired.map((pair) => pair.after));
  return before === null || after === null ? null : after - before;
}

function intervalOf(strata: readonly (readonly number[])[]): [number, number] | null {
  const interval = pairedInterval(strata);
  return "value" in interval ? [interval.value.low, interval.value.high] : null;
}
