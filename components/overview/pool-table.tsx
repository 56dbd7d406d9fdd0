"use client";
import Link from "next/link";
import { useMemo } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { memoriesHref } from "#lib/memories/search-params.ts";
import type { PoolCounts } from "#lib/overview/schema.ts";

/** One benchmark, or all (null). */
type PoolRow = { benchmark: string | null; counts: readonly number[]; total: number };
const column = dataTableColumns<PoolRow>();

function columnsOf(types: PoolCounts["types"]): DataTableColumn<PoolRow>[] {
  return [
    column.accessor("benchmark", {
      id: "benchmark",
      header: "Benchmark",
      cell: ({ row: { original } }) =>
        original.benchmark === null ? (
          <span className="font-medium">all benchmarks</span>
        ) : (
          <BenchmarkMark name={original.benchmark} />
        ),
      meta: { grows: true },
    }),
    ...types.map((type, index) =>
      column.display({
        id: type,
        header: type,
        cell: ({ row: { original } }) => (
          <CountCell row={original} count={original.counts[index] ?? 0} type={type} />
        ),
        meta: { numeric: true },
      }),
    ),
    column.accessor("total", {
      id: "total",
      header: "all types",
      cell: ({ row: { original } }) => <CountCell row={original} count={original.total} type={null} />,
      meta: { numeric: true },
    }),
  ];
}

/** How many memories of each type came from each benchmark; every number opens these memories. */
export function PoolTable({ pool }: { pool: PoolCounts }) {
  const columns = useMemo(() => columnsOf(pool.types), [pool.types]);
  const rows = useMemo<PoolRow[]>(
    () => [...pool.rows, { benchmark: null, counts: pool.typeTotals, total: pool.total }],
    [pool],
  );
  if (pool.total === 0) return <NoPool />;
  return (
    <Card
      flush
      title="Memories by type and benchmark"
      description="Each number opens the memories it counts."
    >
      <DataTable
        plain
        label="Memories by type and benchmark"
        columns={columns}
        rows={rows}
        getRowId={({ benchmark }) => benchmark ?? ""}
        getRowHref={({ benchmark }) => hrefOf(benchmark, null)}
      />
    </Card>
  );
}

function NoPool() {
  return (
    <EmptyState title="No memories yet" command="npx carryover import PATH">
      There are runs, but no memories. Import a memory pool, or draft memories from trajectories under{" "}
      <Link href="/regenerate" className="link">
        Regenerate
      </Link>
      .
    </EmptyState>
  );
}

type CountCellProps = { row: PoolRow; count: number; type: PoolCounts["types"][number] | null };

function CountCell({ row: { benchmark }, count, type }: CountCellProps) {
  if (count === 0) return <span className="text-muted">0</span>;
  const what = `${type ? `${type} ` : ""}memories${benchmark === null ? "" : ` of ${benchmark}`}`;
  const written = count.toLocaleString("en");
  return (
    <Link
      href={hrefOf(benchmark, type)}
      aria-label={`${written} ${what}`}
      className="link inline-block min-h-6 min-w-6 content-center"
    >
      {written}
    </Link>
  );
}

function hrefOf(benchmark: string | null, type: PoolCounts["types"][number] | null): string {
  return memoriesHref("/memories", {
    ...(type ? { type: [type] } : {}),
    ...(benchmark === null ? {} : { benchmark: [benchmark] }),
  });
}
