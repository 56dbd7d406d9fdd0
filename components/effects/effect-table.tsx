"use client";
import { useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { effectPageSize, effectParams } from "#lib/attribution/effect-search-params.ts";
import { effectColumns, type LinkedEffect, lesserEffectColumns } from "./effect-columns.tsx";

type EffectTableProps = {
  rows: LinkedEffect[];
  total: number;
  page: number;
  measure: AbstractionMeasure;
  selected: readonly string[];
  onSelectedChange: (ids: string[]) => void;
  /** Shows a memory in the inspector. Keep the function: the columns hold it. */
  onChoose: (id: string) => void;
};

/** The rows of the plane with every number, and the ways on. */
export function EffectTable({ rows, total, page, measure, selected, ...on }: EffectTableProps) {
  const { onChoose } = on;
  const [pending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(effectParams, { shallow: false, startTransition });
  const columns = useMemo(() => effectColumns(measure, onChoose), [measure, onChoose]);
  const rowKeys = useMemo(() => ({ " ": (row: LinkedEffect) => onChoose(row.memoryId) }), [onChoose]);
  return (
    <DataTable
      label="Memories by abstraction and effect"
      columns={columns}
      initiallyHidden={lesserEffectColumns}
      rows={rows}
      rowCount={total}
      getRowId={(row) => row.memoryId}
      getRowHref={(row) => `/memories/${row.memoryId}`}
      getRowLabel={(row) => row.title}
      pageIndex={page - 1}
      pageSize={effectPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      selectedIds={selected}
      onSelectedIdsChange={on.onSelectedChange}
      pending={pending}
      rowKeys={rowKeys}
    />
  );
}
