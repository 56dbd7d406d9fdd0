import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { LifecycleBadge } from "#components/memories/lifecycle-badge.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { formatMeasure, type MapMeasure, measureWords } from "#lib/maps/map-measures.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";

/** A memory with what the map knows of it. */
export type MapRow = MemoryRow & {
  /** Of the colored measure; null = the colors tell no measure. */
  value: number | null;
  /** In points; NaN = not known. */
  effect: number;
  /** "harmful, q = .021": an effect is never shown without what it is worth. */
  verdict: string;
};

const column = dataTableColumns<MapRow>();

/** The columns of the table under the maps; the colored measure comes right after the title. */
export function mapColumns(
  measure: MapMeasure | null,
  onChoose: (id: string) => void,
): DataTableColumn<MapRow>[] {
  const isOwn = measure === null || measure === "effect";
  return [
    column.accessor("title", {
      id: "title",
      header: "Title",
      enableHiding: false,
      enableSorting: false,
      meta: { grows: true },
      cell: ({ row: { original: memory } }) => (
        <button
          type="button"
          className="max-w-full truncate text-accent hover:underline"
          onClick={() => onChoose(memory.id)}
        >
          {memory.title}
        </button>
      ),
    }),
    ...(isOwn
      ? []
      : [
          column.accessor("value", {
            id: "value",
            header: measureWords[measure].title,
            enableSorting: false,
            meta: { numeric: true },
            cell: ({ row }) => formatMeasure(measure, row.original.value ?? Number.NaN),
          }),
        ]),
    column.accessor("effect", {
      id: "effect",
      header: "Effect",
      enableSorting: false,
      meta: { numeric: true },
      cell: ({ row }) => formatMeasure("effect", row.original.effect),
    }),
    column.accessor("verdict", { id: "verdict", header: "Verdict", enableSorting: false }),
    column.accessor("benchmark", {
      id: "benchmark",
      header: "Benchmark",
      enableSorting: false,
      cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    }),
    column.accessor("type", {
      id: "type",
      header: "Type",
      enableSorting: false,
      cell: ({ row }) => <TypeBadge type={row.original.type} />,
    }),
    column.accessor("outcome", {
      id: "outcome",
      header: "Outcome",
      enableSorting: false,
      cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
    }),
    column.accessor("lifecycle", {
      id: "lifecycle",
      header: "Lifecycle",
      enableSorting: false,
      cell: ({ row: { original: memory } }) => (
        <LifecycleBadge lifecycle={memory.lifecycle} expired={memory.ineligible === "expired"} />
      ),
    }),
  ];
}
