"use client";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type RerunMemory, rerunMemoryColumns } from "./rerun-memory-columns.tsx";

/** The memories of a plan by their number, with what reruns say of each. */
export function RerunMemoriesTable({ rows, isKept }: { rows: RerunMemory[]; isKept: boolean }) {
  const columns = useMemo(() => rerunMemoryColumns(isKept), [isKept]);
  return (
    <DataTable
      label="Memories of the plan"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      getRowHref={(row) => `/memories/${row.id}`}
      plain
    />
  );
}
