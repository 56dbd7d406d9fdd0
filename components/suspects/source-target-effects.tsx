"use client";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { SourceTarget } from "#lib/attribution/group-effect-queries.ts";
import { groupColumns } from "./group-columns.tsx";
import { GroupNote } from "./group-note.tsx";
import { SourceTargetMap } from "./source-target-map.tsx";

const column = dataTableColumns<SourceTarget>();

const columns: DataTableColumn<SourceTarget>[] = [
  column.display({
    id: "source",
    header: "Memories of",
    cell: ({ row }) => <BenchmarkMark name={row.original.source} />,
  }),
  column.display({
    id: "target",
    header: "Shown at tasks of",
    cell: ({ row }) => <BenchmarkMark name={row.original.target} />,
  }),
  ...groupColumns<SourceTarget>(),
];

/** The effect of memories by the benchmark they are from and the one they were shown at: the picture, and its table. */
export function SourceTargetEffects({ cells }: { cells: SourceTarget[] }) {
  const worstFirst = cells.toSorted((a, b) => (a.q ?? 2) - (b.q ?? 2) || a.effect - b.effect);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SourceTargetMap cells={cells} />
      <GroupNote rows={cells} of="cells" />
      <DataTable
        plain
        label="Effect by source and target benchmark"
        columns={columns}
        rows={worstFirst}
        getRowId={(row) => row.group}
      />
    </div>
  );
}
