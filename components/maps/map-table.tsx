"use client";
import { useMemo, useState } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { MapMeasure } from "#lib/maps/map-measures.ts";
import type { FilteredMap } from "./filter-summary.ts";
import { mapRows } from "./map-rows.ts";
import { type MapRow, mapColumns } from "./map-table-columns.tsx";
import { useMemoryRows } from "./use-memory-rows.ts";

/** As many as the server names at once. */
const pageSize = 100;

type MapTableProps = {
  label: string;
  ids: readonly string[];
  /** The maps that the numbers are of; each memory on one of them only. */
  maps: readonly FilteredMap[];
  measure: MapMeasure | null;
  selected: readonly string[];
  onSelectedChange: (ids: string[]) => void;
  /** Shows a memory in the inspector. Keep the function: the columns hold it. */
  onChoose: (id: string) => void;
};

/** Points of the maps as rows, with everything that a pointer can do on them. */
export function MapTable({ label, ids, maps, measure, selected, ...on }: MapTableProps) {
  const { onChoose } = on;
  const [page, setPage] = useState(0);
  const current = Math.min(page, Math.max(0, Math.ceil(ids.length / pageSize) - 1));
  const found = useMemoryRows(ids.slice(current * pageSize, (current + 1) * pageSize), 200);
  const rows = useMemo(() => mapRows(found.rows, maps, measure), [found.rows, maps, measure]);
  const rowKeys = useMemo(() => ({ " ": (row: MapRow) => onChoose(row.id) }), [onChoose]);
  const columns = useMemo(() => mapColumns(measure, onChoose), [measure, onChoose]);
  if (found.failed) {
    return <ErrorNotice className="m-3" message="These memories could not be loaded. Reload the page." />;
  }
  if (found.loading && rows.length === 0) return <SkeletonRows rows={5} label="Loading the memories" />;
  return (
    <DataTable
      label={label}
      name="Memories on the map"
      columns={columns}
      rows={rows}
      rowCount={ids.length}
      getRowId={rowId}
      getRowHref={({ id }) => `/memories/${id}`}
      getRowLabel={rowLabel}
      pageIndex={current}
      pageSize={pageSize}
      onPageChange={setPage}
      selectedIds={selected}
      onSelectedIdsChange={on.onSelectedChange}
      pending={found.loading}
      rowKeys={rowKeys}
    />
  );
}

function rowId({ id }: MapRow): string {
  return id;
}

function rowLabel({ title }: MapRow): string {
  return title;
}
