import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { LifecycleBadge, type LifecycleName } from "#components/memories/lifecycle-badge.tsx";
import { type MemoryTypeName, TypeBadge } from "#components/memories/type-badge.tsx";
import { DeprecateButton } from "#components/runs/deprecation.tsx";
import type { MemoryAttributionRow } from "#lib/attribution/schema.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import { MemoryVerdictBadge, WhyUnnamed } from "./memory-verdict.tsx";

/** A memory of a comparison with the addresses of its tasks. */
export type LinkedAttribution = MemoryAttributionRow & {
  isExpired: boolean;
  hrefs: { tasks: string; lost: string; gained: string };
};

const column = dataTableColumns<LinkedAttribution>();

/** Ids of sortable columns are the `msort` of the URL. */
export const attributionColumns: DataTableColumn<LinkedAttribution>[] = [
  column.accessor("title", {
    id: "title",
    header: "Memory",
    enableSorting: false,
    enableHiding: false,
    cell: ({ row: { original } }) => (
      <Link className="link [unicode-bidi:isolate]" href={`/memories/${original.memoryId}`}>
        {original.title}
      </Link>
    ),
    meta: { grows: true },
  }),
  column.accessor("verdict", {
    id: "verdict",
    header: "Verdict",
    enableSorting: false,
    enableHiding: false,
    cell: ({ row }) => <MemoryVerdictBadge verdict={row.original.verdict} />,
  }),
  column.accessor("effect", {
    id: "effect",
    header: "Effect, points",
    cell: ({ row }) => formatDifference({ delta: row.original.effect, ci: null }),
    meta: { numeric: true },
  }),
  column.accessor("q", {
    id: "q",
    header: "q",
    cell: ({ row: { original } }) => (original.q === null ? "–" : formatP(original.q)),
    meta: { numeric: true },
  }),
  column.accessor("lost", {
    id: "lost",
    header: "Lost (chance)",
    cell: ({ row: { original } }) => (
      <>
        <TaskCount count={original.lost} words="lost tasks" href={original.hrefs.lost} />{" "}
        <span className="text-muted">({original.lostByChance.toFixed(1)})</span>
      </>
    ),
    meta: { numeric: true },
  }),
  column.accessor("lostAlone", { id: "alone", header: "Lost alone", meta: { numeric: true } }),
  column.accessor("gained", {
    id: "gained",
    header: "Gained (chance)",
    cell: ({ row: { original } }) => (
      <>
        <TaskCount count={original.gained} words="gained tasks" href={original.hrefs.gained} />{" "}
        <span className="text-muted">({original.gainedByChance.toFixed(1)})</span>
      </>
    ),
    meta: { numeric: true },
  }),
  column.accessor("tasks", {
    id: "tasks",
    header: "Tasks",
    cell: ({ row: { original } }) => (
      <TaskCount count={original.tasks} words="tasks" href={original.hrefs.tasks} />
    ),
    meta: { numeric: true },
  }),
  column.display({
    id: "passed",
    header: "Passed / expected",
    enableSorting: false,
    cell: ({ row: { original } }) =>
      `${original.passed} / ${original.expected.toFixed(1)} of ${original.attempts}`,
    meta: { numeric: true },
  }),
  column.display({
    id: "why",
    header: "Why not named",
    enableSorting: false,
    cell: ({ row: { original } }) => (
      <WhyUnnamed
        alike={original.alikeNamed}
        rival={original.rivalNamed}
        restsOnErrors={original.restsOnErrors}
      />
    ),
  }),
  column.display({
    id: "type",
    header: "Type",
    enableSorting: false,
    cell: ({ row }) => <TypeBadge type={row.original.type as MemoryTypeName} />,
  }),
  column.display({
    id: "benchmark",
    header: "Benchmark",
    enableSorting: false,
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.display({
    id: "lifecycle",
    header: "Lifecycle",
    enableSorting: false,
    enableHiding: false,
    cell: ({ row: { original } }) =>
      original.lifecycle === "deprecated" ? (
        <LifecycleBadge lifecycle={original.lifecycle as LifecycleName} expired={original.isExpired} />
      ) : (
        <DeprecateButton memoryId={original.memoryId} title={original.title} />
      ),
    meta: { title: "Lifecycle" },
  }),
];

/** Hidden until asked for; the look at a row has them. */
export const lesserAttributionColumns = ["passed", "why", "type", "benchmark"];

/** A count that leads to its tasks; nothing to lead to at 0. */
function TaskCount({ count, words, href }: { count: number; words: string; href: string }) {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link className="link" href={href} aria-label={`${count} ${words}`} scroll={false}>
      {count}
    </Link>
  );
}
