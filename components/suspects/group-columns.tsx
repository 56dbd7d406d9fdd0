import type { ReactNode } from "react";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { type GroupEffect, isNamedGroup } from "#lib/attribution/group-effects.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";

/** The columns that every group of memories has. */
export function groupColumns<Row extends GroupEffect>(
  verdict: (row: Row) => ReactNode = (row) => <GroupBadge row={row} />,
): DataTableColumn<Row>[] {
  const column = dataTableColumns<Row>();
  return [
    column.display({
      id: "effect",
      header: "Effect [95%], points",
      cell: ({ row: { original } }) => (
        <span className="font-medium">{formatDifference({ delta: original.effect, ci: original.ci })}</span>
      ),
      meta: { numeric: true },
    }),
    column.display({
      id: "q",
      header: "q",
      cell: ({ row: { original } }) => (original.q === null ? "–" : formatP(original.q)),
      meta: { numeric: true },
    }),
    column.display({
      id: "named",
      header: "Verdict",
      cell: ({ row: { original } }) => verdict(original),
    }),
    column.display({
      id: "tasks",
      header: "Tasks",
      cell: ({ row: { original } }) => original.tasks,
      meta: { numeric: true },
    }),
    column.display({
      id: "memories",
      header: "Memories",
      cell: ({ row: { original } }) => original.memories,
      meta: { numeric: true },
    }),
    column.display({
      id: "passed",
      header: "Passed / expected",
      cell: ({ row: { original } }) =>
        `${original.passed} / ${original.expected.toFixed(1)} of ${original.attempts}`,
      meta: { numeric: true },
    }),
  ];
}

/** Whether a group is more than chance; a color only at q ≤ .05. */
export function GroupBadge({ row }: { row: GroupEffect }) {
  const named = isNamedGroup(row);
  if (named) return <Badge tone={named === "harmful" ? "bad" : "accent"}>{named}</Badge>;
  return <span className="text-muted">{row.q === null ? "too few tasks" : "unclear"}</span>;
}
