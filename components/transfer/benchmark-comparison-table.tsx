"use client";
import { useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { compareParams } from "#lib/transfer/search-params.ts";
import { BENCHMARK_SORTS } from "#lib/transfer/sort-benchmarks.ts";
import { type BenchmarkRow, benchmarkColumns } from "./benchmark-columns.tsx";
import { TableNote } from "./table-note.tsx";

/** q says the same over the family, k/n how many pairs; the look at a row has them too. */
const lesserColumns = ["p", "points", "pass", "pairs", "design"];

type Props = { rows: BenchmarkRow[]; k: number; confidence: number };

/** The comparison per benchmark, with q over the family of benchmarks. */
export function BenchmarkComparisonTable({ rows, k, confidence }: Props) {
  const [pending, startTransition] = useTransition();
  const [{ bsort, bdir }, setParams] = useQueryStates(compareParams, { shallow: false, startTransition });
  const columns = useMemo(() => benchmarkColumns(k), [k]);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <DataTable
        label={`Comparison per benchmark, pass@${k}`}
        name="Comparison per benchmark"
        columns={columns}
        initiallyHidden={lesserColumns}
        rows={rows}
        getRowId={(row) => row.benchmark}
        getRowHref={(row) => row.href}
        pending={pending}
        sort={bsort ? { id: bsort, desc: bdir === "desc" } : null}
        onSortChange={(sort) =>
          setParams({
            bsort: BENCHMARK_SORTS.find((each) => each === sort?.id) ?? null,
            bdir: sort?.desc ? "desc" : null,
          })
        }
      />
      <TableNote>
        q: Benjamini-Hochberg over these benchmarks of p, a permutation test of pass rates per task (exact
        McNemar for single attempts); significant at .05 or less. Brackets: {Math.round(confidence * 100)}%
        score intervals. Repeats: 95% of the differences between two repeats of one configuration. Minimum
        detectable: points that would reach p ≤ .05 had each task differed by as much as here.
      </TableNote>
    </div>
  );
}
