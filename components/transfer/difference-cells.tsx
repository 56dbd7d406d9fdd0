import { TableCell } from "#components/ui/table.tsx";
import { formatCount, formatInterval, formatPercent, formatPoints } from "#lib/transfer/format.ts";
import type { Difference } from "#lib/transfer/schema.ts";

/** Baseline, candidate, difference and its interval: four cells of a row. Unknown is a dash, not 0. */
export function DifferenceCells({ difference }: { difference: Difference | undefined }) {
  if (!difference || difference.delta === null) {
    return (
      <TableCell colSpan={4} className="text-center text-muted">
        unknown: no pair has enough counted attempts
      </TableCell>
    );
  }
  return (
    <>
      <Share value={difference.base} solved={difference.baseSolved} tasks={difference.tasks} />
      <Share value={difference.candidate} solved={difference.candidateSolved} tasks={difference.tasks} />
      <TableCell numeric className="whitespace-nowrap font-medium">
        {formatPoints(difference.delta)}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-muted">
        {formatInterval(difference.ci)}
      </TableCell>
    </>
  );
}

/** A share with its k/n: the sum of the tasks' estimates of all tasks. */
function Share({ value, solved, tasks }: { value: number | null; solved: number; tasks: number }) {
  return (
    <TableCell numeric className="whitespace-nowrap">
      {formatPercent(value)}{" "}
      <span className="text-muted">
        ({formatCount(solved)}/{tasks})
      </span>
    </TableCell>
  );
}
