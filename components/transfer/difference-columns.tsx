import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { formatCount, formatDifference, formatPercent } from "#lib/transfer/format.ts";
import type { Difference } from "#lib/transfer/schema.ts";

/** What the columns of a difference need of a row. */
export type WithDifference = { difference: Difference | undefined };

/** Difference with its interval, then both shares with their k/n. Unknown is a dash, not 0. */
export function differenceColumns<Row extends WithDifference>(
  name: string,
): { difference: DataTableColumn<Row>; shares: DataTableColumn<Row>[] } {
  const column = dataTableColumns<Row>();
  return {
    difference: column.accessor((row) => row.difference?.delta ?? null, {
      id: "difference",
      header: `${name}, points`,
      cell: ({ row: { original } }) =>
        original.difference ? (
          <span className="font-medium">{formatDifference(original.difference)}</span>
        ) : (
          "–"
        ),
      meta: { numeric: true },
    }),
    shares: [
      column.display({
        id: "base",
        header: "Baseline",
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <Share
            value={original.difference?.base ?? null}
            solved={original.difference?.baseSolved ?? 0}
            tasks={original.difference?.tasks ?? 0}
          />
        ),
        meta: { numeric: true },
      }),
      column.display({
        id: "candidate",
        header: "Candidate",
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <Share
            value={original.difference?.candidate ?? null}
            solved={original.difference?.candidateSolved ?? 0}
            tasks={original.difference?.tasks ?? 0}
          />
        ),
        meta: { numeric: true },
      }),
    ],
  };
}

/** A share with its k/n: the sum of the tasks' estimates of all tasks. */
function Share({ value, solved, tasks }: { value: number | null; solved: number; tasks: number }) {
  if (value === null) return "–";
  return (
    <>
      {formatPercent(value)}{" "}
      <span className="text-muted">
        ({formatCount(solved)}/{tasks})
      </span>
    </>
  );
}
