import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { PlanRow } from "#lib/reruns/view.ts";
import { RerunStateBadge } from "./rerun-state-badge.tsx";

const column = dataTableColumns<PlanRow>();

export const planColumns: DataTableColumn<PlanRow>[] = [
  column.accessor((row) => row.task.name, {
    id: "task",
    header: "Task",
    enableHiding: false,
    cell: ({ row: { original } }) => (
      <Link className="link" href={`/reruns/${original.id}`}>
        {original.task.name}
      </Link>
    ),
    meta: { className: "max-w-60" },
  }),
  column.display({
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.task.benchmark} />,
  }),
  column.display({
    id: "confirmed",
    header: "Confirmed",
    cell: ({ row: { original } }) => {
      const found = original.memories.find(({ state }) => state === "confirmed");
      return found ? <RerunStateBadge state="confirmed" /> : "–";
    },
  }),
  column.display({
    id: "reruns",
    header: "Reruns",
    cell: ({ row }) => `${row.original.done} of ${row.original.planned}`,
    meta: { numeric: true },
  }),
  column.display({
    id: "memories",
    header: "Memories",
    cell: ({ row }) => row.original.memories.map(({ title }) => title).join("; "),
    meta: { grows: true },
  }),
  column.display({
    id: "created",
    header: "Created",
    cell: ({ row }) => row.original.createdAt.slice(0, 10),
  }),
];
