import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { BrowsedMemory } from "#lib/attribution/browse-memories.ts";
import { describeValidityEnd } from "#lib/memories/validity-day.ts";
import { EffectCell, effectHint, QCell, TasksCell } from "./effect-cell.tsx";
import { formatDay, formatMoment } from "./format-day.ts";
import { LifecycleBadge } from "./lifecycle-badge.tsx";
import { LintCell } from "./lint-cell.tsx";
import { ReviewBadge } from "./review-badge.tsx";
import { TypeIcon } from "./type-badge.tsx";

const column = dataTableColumns<BrowsedMemory>();

/** Ids of sortable columns are the `sort` of the URL. */
export const memoryColumns: DataTableColumn<BrowsedMemory>[] = [
  column.accessor("title", {
    id: "title",
    header: "Title",
    enableHiding: false,
    meta: { grows: true, className: "min-w-48" },
    cell: ({ row: { original: memory } }) => (
      <span className="flex min-w-0 items-center gap-x-2">
        <Link href={`/memories/${memory.id}`} className="truncate text-accent hover:underline">
          {memory.title}
        </Link>
        {memory.tags.slice(0, 3).map((tag) => (
          <Badge key={tag} tone="muted">
            {tag}
          </Badge>
        ))}
      </span>
    ),
  }),
  column.accessor("type", {
    id: "type",
    header: "Type",
    cell: ({ row }) => <TypeIcon type={row.original.type} />,
  }),
  column.accessor("effect", {
    id: "effect",
    header: () => <span title={effectHint}>Effect [q]</span>,
    meta: { numeric: true, title: "Effect [q]" },
    cell: ({ row }) => <EffectCell effect={row.original.effect} />,
  }),
  column.accessor("effect", {
    id: "q",
    header: "q",
    meta: { numeric: true },
    cell: ({ row }) => <QCell effect={row.original.effect} />,
  }),
  column.accessor("effect", {
    id: "lost",
    header: "Lost",
    meta: { numeric: true },
    cell: ({ row }) => <TasksCell effect={row.original.effect} count="lost" />,
  }),
  column.accessor("effect", {
    id: "gained",
    header: "Gained",
    meta: { numeric: true },
    cell: ({ row }) => <TasksCell effect={row.original.effect} count="gained" />,
  }),
  column.accessor("lintFindings", {
    id: "lint",
    header: "Lint",
    meta: { numeric: true },
    cell: ({ row: { original: memory } }) => (
      <LintCell count={memory.lintFindings} severity={memory.lintSeverity} />
    ),
  }),
  column.accessor("review", {
    id: "review",
    header: "Review",
    cell: ({ row: { original: memory } }) => (
      <ReviewBadge review={memory.review} expired={memory.ineligible === "expired"} />
    ),
  }),
  column.accessor("benchmark", {
    id: "benchmark",
    header: "Benchmark",
    meta: { className: "max-w-24" },
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.accessor("outcome", {
    id: "outcome",
    header: "Outcome",
    cell: ({ row }) => <OutcomeBadge outcome={row.original.outcome} />,
  }),
  column.accessor("lifecycle", {
    id: "lifecycle",
    header: "Lifecycle",
    cell: ({ row: { original: memory } }) => (
      <LifecycleBadge lifecycle={memory.lifecycle} expired={memory.ineligible === "expired"} />
    ),
  }),
  column.accessor("validUntil", {
    id: "validUntil",
    header: "Valid until",
    cell: ({ row: { original: memory } }) => <Validity memory={memory} />,
  }),
  column.accessor("retrievals", {
    id: "retrievals",
    header: "Retrievals",
    meta: { numeric: true },
    cell: ({ row }) => row.original.retrievals.toLocaleString("en"),
  }),
  column.accessor("lisi", {
    id: "lisi",
    header: "LISI",
    meta: { numeric: true },
    cell: ({ row }) => <Measure value={row.original.lisi} />,
  }),
  column.accessor("invariantShare", {
    id: "invariantShare",
    header: "Invariant share",
    meta: { numeric: true },
    cell: ({ row }) => <Measure value={row.original.invariantShare} />,
  }),
  column.accessor("version", {
    id: "version",
    header: "Revision",
    meta: { numeric: true },
    cell: ({ row }) => row.original.version,
  }),
  column.accessor("updatedAt", {
    id: "updated",
    header: "Updated",
    cell: ({ row: { original: memory } }) => (
      <time dateTime={memory.updatedAt} title={formatMoment(memory.updatedAt)}>
        {formatDay(memory.updatedAt)}
      </time>
    ),
  }),
];

function Measure({ value }: { value: number | null }) {
  return value === null ? <span className="text-muted">not measured</span> : value.toFixed(2);
}

function Validity({ memory }: { memory: BrowsedMemory }) {
  if (memory.validFrom && memory.ineligible === "not yet valid")
    return <>from {formatDay(memory.validFrom)}</>;
  if (!memory.validUntil) return <span className="text-muted">no end</span>;
  return <time dateTime={memory.validUntil}>{describeValidityEnd(memory.validUntil)}</time>;
}
