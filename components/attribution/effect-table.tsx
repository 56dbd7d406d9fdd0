"use client";
import { useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { effectPageSize, effectParams } from "#lib/attribution/effect-search-params.ts";
import { effectColumns, type LinkedEffect, lesserEffectColumns } from "./effect-columns.tsx";

type EffectTableProps = { rows: LinkedEffect[]; total: number; page: number; measure: AbstractionMeasure };

/** The rows of the plane with every number, and the ways on. */
export function EffectTable({ rows, total, page, measure }: EffectTableProps) {
  const [pending, startTransition] = useTransition();
  const [, setParams] = useQueryStates(effectParams, { shallow: false, startTransition });
  const columns = useMemo(() => effectColumns(measure), [measure]);
  return (
    <DataTable
      label="Memories by abstraction and effect"
      columns={columns}
      initiallyHidden={lesserEffectColumns}
      rows={rows}
      rowCount={total}
      getRowId={(row) => row.memoryId}
      getRowHref={(row) => `/memories/${row.memoryId}`}
      pageIndex={page - 1}
      pageSize={effectPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      pending={pending}
    />
  );
}
