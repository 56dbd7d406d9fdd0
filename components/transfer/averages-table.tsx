"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { Comparison } from "#lib/transfer/schema.ts";
import { differenceColumns, type WithDifference } from "./difference-columns.tsx";
import { TableNote } from "./table-note.tsx";

type Row = WithDifference & { name: string };

const column = dataTableColumns<Row>();
const { difference, shares } = differenceColumns<Row>("Difference");
const columns: DataTableColumn<Row>[] = [
  column.accessor("name", { id: "name", header: "Average", enableHiding: false, meta: { grows: true } }),
  difference,
  ...shares,
];

/** pass@k of both runs, micro and macro, each under its name. */
export function AveragesTable({
  averages,
}: {
  averages: Pick<Comparison, "micro" | "macro"> & { confidence: number };
}) {
  const { micro, macro, confidence } = averages;
  const ks = Object.keys(micro);
  const rows = [
    ...ks.map((k) => ({ name: `pass@${k}, micro (each task counts the same)`, difference: micro[k] })),
    ...ks.map((k) => ({ name: `pass@${k}, macro (each benchmark counts the same)`, difference: macro[k] })),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <DataTable
        label="pass@k of baseline and candidate"
        columns={columns}
        rows={rows}
        getRowId={(row) => row.name}
      />
      <TableNote>
        Unbiased estimates over all counted attempts. Intervals: {Math.round(confidence * 100)}% score
        intervals of the paired difference, with one task as one unit. Macro: counts are tasks, shares are
        means of the benchmarks' shares.
      </TableNote>
    </div>
  );
}
