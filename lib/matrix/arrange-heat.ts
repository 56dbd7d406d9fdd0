import type { TaskOrder } from "./search-params.ts";
import type { HeatRow } from "./task-heat.ts";

/** A line of the heat map: the heading of a benchmark, or a task. */
export type HeatLine =
  | { kind: "benchmark"; benchmark: string; tasks: number }
  | { kind: "task"; row: HeatRow };

/** The tasks that match, by benchmark, most disagreement (or whatever is asked for) first in each. */
export function arrangeHeat(
  rows: readonly HeatRow[],
  { order, benchmark, find }: { order: TaskOrder; benchmark: string | null; find: string },
): HeatLine[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter(
    (row) =>
      (benchmark === null || row.benchmark === benchmark) &&
      words.every((word) => row.taskName.toLowerCase().includes(word)),
  );
  const groups = [...Map.groupBy(matching, (row) => row.benchmark)];
  return groups
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .flatMap(([name, its]): HeatLine[] => [
      { kind: "benchmark", benchmark: name, tasks: its.length },
      ...its.sort(comparers[order]).map((row): HeatLine => ({ kind: "task", row })),
    ]);
}

const byName = (a: HeatRow, b: HeatRow) => a.taskName.localeCompare(b.taskName, "en", { numeric: true });

const comparers: Record<TaskOrder, (a: HeatRow, b: HeatRow) => number> = {
  disagreement: (a, b) => (b.disagreement ?? -1) - (a.disagreement ?? -1) || byName(a, b),
  // Hardest first; those without a rate last.
  rate: (a, b) => (a.rate ?? 2) - (b.rate ?? 2) || byName(a, b),
  errored: (a, b) => b.errored - a.errored || byName(a, b),
  name: byName,
};
