import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { formatDesignEffect, formatDifference, formatP, formatRepeatNoise } from "#lib/transfer/format.ts";
import type { BenchmarkComparison } from "#lib/transfer/schema.ts";
import { differenceColumns, type WithDifference } from "./difference-columns.tsx";

/** A benchmark with its difference of pass@1, which the test is about, and of the pass@k that is shown. */
export type BenchmarkRow = BenchmarkComparison & WithDifference & { href: string };

/** Below this many pairs one task is worth more than most effects. */
const FEW_PAIRS = 30;

const column = dataTableColumns<BenchmarkRow>();

/** Ids of sortable columns are the `bsort` of the URL. */
export function benchmarkColumns(k: number): DataTableColumn<BenchmarkRow>[] {
  const { difference, shares } = differenceColumns<BenchmarkRow>("pass@1");
  return [
    column.accessor("benchmark", {
      id: "benchmark",
      header: "Benchmark",
      enableHiding: false,
      cell: ({ row }) => (
        <Link className="link" href={row.original.href} scroll={false}>
          <BenchmarkMark name={row.original.benchmark} />
        </Link>
      ),
      meta: { grows: true, className: "min-w-40" },
    }),
    column.accessor("lost", {
      id: "lost",
      header: "Lost",
      enableHiding: false,
      cell: ({ row }) => <Count count={row.original.lost} errored={row.original.errored.lost} />,
      meta: { numeric: true },
    }),
    column.accessor("gained", {
      id: "gained",
      header: "Gained",
      enableHiding: false,
      cell: ({ row }) => <Count count={row.original.gained} errored={row.original.errored.gained} />,
      meta: { numeric: true },
    }),
    column.accessor((row) => row.test.q, {
      id: "q",
      header: "q",
      cell: ({ row }) => formatP(row.original.test.q),
      meta: { numeric: true },
    }),
    difference,
    column.accessor((row) => row.repeatNoise?.sd ?? null, {
      id: "repeats",
      header: "Repeats ±",
      enableSorting: false,
      cell: ({ row }) => formatRepeatNoise(row.original.repeatNoise),
      meta: { numeric: true, title: "Two repeats differ by, points" },
    }),
    ...shares,
    ...(k === 1 ? [] : [passAtK(k)]),
    column.accessor("pairs", {
      id: "pairs",
      header: "Pairs",
      meta: { numeric: true },
    }),
    column.display({
      id: "points",
      header: "Per task",
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <span className={original.pairs < FEW_PAIRS ? "text-warn" : "text-muted"}>
          {original.pointsPerTask.toFixed(1)}
        </span>
      ),
      meta: { numeric: true, title: "Points per task" },
    }),
    column.display({
      id: "p",
      header: "p",
      enableSorting: false,
      cell: ({ row }) => formatP(row.original.test.p),
      meta: { numeric: true },
    }),
    column.display({
      id: "detectable",
      header: "Min. detectable",
      enableSorting: false,
      cell: ({ row: { original } }) =>
        original.smallestEffect ? (100 * original.smallestEffect.share).toFixed(1) : "none",
      meta: { numeric: true, title: "Minimum detectable, points" },
    }),
    column.display({
      id: "design",
      header: "Design effect",
      enableSorting: false,
      cell: ({ row }) => formatDesignEffect(row.original.clustered),
      meta: { numeric: true, title: "Design effect of repositories" },
    }),
  ];
}

function passAtK(k: number): DataTableColumn<BenchmarkRow> {
  return column.display({
    id: "pass",
    header: `pass@${k}, points`,
    enableSorting: false,
    cell: ({ row: { original } }) => {
      const difference = original.passAt[String(k)];
      return difference ? formatDifference(difference) : "–";
    },
    meta: { numeric: true },
  });
}

/** A count of tasks, and how many of them rest on an errored attempt. */
function Count({ count, errored }: { count: number; errored: number }) {
  return (
    <>
      {count}
      {errored > 0 ? (
        <span className="text-warn" title={`${errored} with errored attempts`}>
          {" "}
          <TriangleAlert aria-label="errored" className="inline size-3" />
          {errored}
        </span>
      ) : null}
    </>
  );
}
