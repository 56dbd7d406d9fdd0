import Link from "next/link";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { describeArm } from "#lib/runs/describe-arm.ts";
import type { RunRow } from "#lib/runs/schema.ts";
import { OutcomeCountsLine } from "./outcome-counts.tsx";
import { PassAtCell } from "./pass-at-cell.tsx";

const column = dataTableColumns<RunRow>();

/** Ids of sortable columns are the `sort` of the URL. */
export const runColumns: DataTableColumn<RunRow>[] = [
  column.accessor("name", {
    id: "name",
    header: "Run",
    cell: ({ row }) => (
      <span className="flex min-w-0 items-center gap-x-2">
        <Link className="link truncate" href={`/runs/${row.original.id}`}>
          {row.original.name}
        </Link>
        {row.original.incomplete ? <Badge tone="warn">incomplete</Badge> : null}
        {row.original.synthetic ? <Badge tone="warn">synthetic</Badge> : null}
      </span>
    ),
    meta: { grows: true, className: "sm:min-w-40" },
  }),
  column.display({
    id: "arm",
    header: "Arm",
    enableSorting: false,
    cell: ({ row }) => describeArm(row.original),
    meta: { className: "max-w-36" },
  }),
  column.accessor("passAt1", {
    id: "pass1",
    header: "pass@1",
    cell: ({ row }) => <PassAtCell passAt={row.original.passAt[0]} />,
    meta: { numeric: true },
  }),
  column.accessor("passAt3", {
    id: "pass3",
    header: "pass@3",
    cell: ({ row }) => <PassAtCell passAt={row.original.passAt[1]} />,
    meta: { numeric: true },
  }),
  column.display({
    id: "outcomes",
    header: "Outcomes",
    enableSorting: false,
    cell: ({ row }) => <OutcomeCountsLine short counts={row.original.outcomes} />,
  }),
  column.accessor("model", {
    id: "model",
    header: "Model",
    enableSorting: false,
    cell: ({ row }) => row.original.model ?? <span className="text-muted">not recorded</span>,
    meta: { className: "max-w-28" },
  }),
  column.accessor("tasks", { id: "tasks", header: "Tasks", enableSorting: false, meta: { numeric: true } }),
  column.accessor("trials", { id: "trials", header: "Trials", meta: { numeric: true } }),
  column.display({
    id: "benchmarks",
    header: "Benchmarks",
    enableSorting: false,
    cell: ({ row }) => <BenchmarkNames names={row.original.benchmarks} />,
  }),
  column.accessor("agent", {
    id: "agent",
    header: "Agent",
    enableSorting: false,
    cell: ({ row }) => row.original.agent ?? <span className="text-muted">not recorded</span>,
  }),
  column.accessor("createdAt", {
    id: "created",
    header: "Imported",
    cell: ({ row }) => <time dateTime={row.original.createdAt}>{row.original.createdAt.slice(0, 10)}</time>,
  }),
];

function BenchmarkNames({ names }: { names: readonly string[] }) {
  const [first, ...rest] = names;
  if (first === undefined) return <span className="text-muted">none</span>;
  if (rest.length === 0) return first;
  return (
    <span className="whitespace-nowrap" title={names.join(", ")}>{`${first} and ${rest.length} more`}</span>
  );
}
