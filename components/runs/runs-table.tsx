"use client";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useMemo, useState, useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RunRow } from "#lib/runs/schema.ts";
import { RUN_SORTS, type RunSort, runPageSize, runsParams } from "#lib/runs/search-params.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { runColumns } from "./run-columns.tsx";

const armOptions = [
  { value: "", label: "All arms" },
  { value: "zero_shot", label: "Zero-shot" },
  { value: "memory", label: "Memory" },
];

/** The runs; two of them selected lead to their comparison. */
export function RunsTable({ rows, total }: { rows: RunRow[]; total: number }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(runsParams, { shallow: false, startTransition });
  const [selectedIds, setSelectedIds] = useState<string[]>([]);
  const shown = useMemo(() => withoutSharedMark(rows), [rows]);
  return (
    <DataTable
      label="Runs"
      columns={runColumns}
      rows={shown}
      rowCount={total}
      getRowId={(row) => row.id}
      getRowHref={(row) => `/runs/${row.id}`}
      getRowLabel={rowLabel}
      sort={{ id: params.sort, desc: params.dir === "desc" }}
      onSortChange={(sort) => setParams(sort ? { ...urlSort(sort), page: 1 } : { sort: null, dir: null })}
      pageIndex={Math.max(0, params.page - 1)}
      pageSize={runPageSize}
      onPageChange={(index) => setParams({ page: index + 1 })}
      selectedIds={selectedIds}
      onSelectedIdsChange={setSelectedIds}
      initiallyHidden={["tasks", "trials", "benchmarks", "agent"]}
      pending={pending}
      empty={
        <EmptyState title="No runs match" actions={<ClearFilters onClear={() => setParams(null)} />}>
          No run has this in its name, model or agent.
        </EmptyState>
      }
      toolbar={
        <>
          <Input
            type="search"
            aria-label="Search runs by name, model or agent"
            placeholder="Search runs"
            className="w-56"
            value={params.q}
            onChange={(event) => setParams({ q: event.target.value || null, page: 1 })}
          />
          <span className="w-36">
            <Select
              aria-label="Arm"
              value={params.arm ?? ""}
              options={armOptions}
              onChange={(event) => setParams({ arm: armOf(event.target.value), page: 1 })}
            />
          </span>
          <CompareSelected rows={rows} selectedIds={selectedIds} />
        </>
      }
    />
  );
}

function CompareSelected({ rows, selectedIds }: { rows: RunRow[]; selectedIds: string[] }) {
  const [first, second] = selectedIds;
  if (selectedIds.length !== 2 || !first || !second) {
    return <span className="text-xs text-muted">Select two runs to compare them.</span>;
  }
  // The run without memory is the baseline, whichever was selected first.
  const memoryFirst = rows.find((row) => row.id === first)?.arm === "memory";
  const [base, cand] = memoryFirst ? [second, first] : [first, second];
  return (
    <Button asChild variant="primary">
      <Link href={compareHref("/compare", { base, cand })}>Compare selected</Link>
    </Button>
  );
}

function ClearFilters({ onClear }: { onClear: () => void }) {
  return <Button onClick={onClear}>Clear the filters</Button>;
}

/** Where every run is synthetic, the chip at the top says so once. */
function withoutSharedMark(rows: RunRow[]): RunRow[] {
  return rows.every((row) => row.synthetic) ? rows.map((row) => ({ ...row, synthetic: false })) : rows;
}

function rowLabel(row: RunRow): string {
  return row.name;
}

function armOf(value: string): "zero_shot" | "memory" | null {
  return value === "zero_shot" || value === "memory" ? value : null;
}

function urlSort(sort: { id: string; desc: boolean }): { sort: RunSort; dir: "asc" | "desc" } {
  return { sort: RUN_SORTS.find((each) => each === sort.id) ?? "created", dir: sort.desc ? "desc" : "asc" };
}
