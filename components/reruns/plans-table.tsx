"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { PlanRow } from "#lib/reruns/view.ts";
import { planColumns } from "./plan-columns.tsx";

/** The plans of reruns, the newest first. */
export function PlansTable({ rows }: { rows: PlanRow[] }) {
  return (
    <DataTable
      label="Plans of reruns"
      columns={planColumns}
      rows={rows}
      getRowId={(row) => row.id}
      getRowHref={(row) => `/reruns/${row.id}`}
    />
  );
}
