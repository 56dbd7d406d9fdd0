import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import type { PairedTask, TaskTally } from "#lib/transfer/schema.ts";
import { EvidenceBadge } from "./evidence-badge.tsx";

/** A paired task with the address of its side-by-side view. */
export type LinkedTask = PairedTask & { href: string };

const column = dataTableColumns<LinkedTask>();

/** Ids of sortable columns are the `sort` of the URL. */
export const pairedTaskColumns: DataTableColumn<LinkedTask>[] = [
  column.accessor("taskName", {
    id: "task",
    header: "Task",
    cell: ({ row }) => (
      <Link className="link" href={row.original.href}>
        {row.original.taskName}
      </Link>
    ),
    meta: { grows: true },
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Outcome",
    cell: ({ row }) => (
      <span className="inline-flex gap-1">
        <OutcomeBadge outcome={row.original.outcome} />
        <EvidenceBadge task={row.original} />
      </span>
    ),
  }),
  column.accessor("effect", {
    id: "effect",
    header: "Effect, points",
    cell: ({ row }) => formatDifference({ delta: row.original.effect, ci: null }),
    meta: { numeric: true },
  }),
  column.accessor("noiseP", {
    id: "noise",
    header: "p by chance",
    cell: ({ row }) => (row.original.noiseP === null ? "–" : formatP(row.original.noiseP)),
    meta: { numeric: true },
  }),
  column.accessor("noiseQ", {
    id: "q",
    header: "q",
    enableSorting: false,
    cell: ({ row }) => (row.original.noiseQ === null ? "–" : formatP(row.original.noiseQ)),
    meta: { numeric: true },
  }),
  column.display({
    id: "base",
    header: "Baseline",
    enableSorting: false,
    cell: ({ row }) => <Tally tally={row.original.base} />,
    meta: { numeric: true, title: "Baseline passed" },
  }),
  column.display({
    id: "candidate",
    header: "Candidate",
    enableSorting: false,
    cell: ({ row }) => <Tally tally={row.original.candidate} />,
    meta: { numeric: true, title: "Candidate passed" },
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
];

/** Passed of counted attempts; errored and missing ones in words beside it. */
function Tally({ tally }: { tally: TaskTally }) {
  const { errored, missing } = tally.outcomes;
  return (
    <span className="whitespace-nowrap">
      {tally.passed}/{tally.scored}
      {errored > 0 ? <span className="text-warn"> {errored} errored</span> : null}
      {missing > 0 ? <span className="text-muted"> {missing} missing</span> : null}
    </span>
  );
}
