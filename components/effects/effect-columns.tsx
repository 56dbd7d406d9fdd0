import Link from "next/link";
import { MemoryVerdictBadge, WhyUnnamed } from "#components/attribution/memory-verdict.tsx";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import type { AbstractionEffect, AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import { abstractionNames, formatAbstraction } from "./effect-names.ts";

/** A memory of the plane: on which side of the median it lies (null = not measured), and where its tasks are listed. */
export type LinkedEffect = AbstractionEffect & { isAbstract: boolean | null; tasksHref: string };

const column = dataTableColumns<LinkedEffect>();

/** The columns with the measure that stands for abstraction; a title shows its memory in the inspector. */
export function effectColumns(
  measure: AbstractionMeasure,
  onChoose: (id: string) => void,
): DataTableColumn<LinkedEffect>[] {
  return [
    column.accessor("title", {
      id: "title",
      header: "Memory",
      enableHiding: false,
      cell: ({ row: { original } }) => (
        <button
          type="button"
          className="max-w-full truncate text-accent [unicode-bidi:isolate] hover:underline"
          onClick={() => onChoose(original.memoryId)}
        >
          {original.title}
        </button>
      ),
      meta: { grows: true },
    }),
    column.display({
      id: "verdict",
      header: "Verdict",
      cell: ({ row: { original } }) => (
        <MemoryVerdictBadge
          verdict={original.verdict}
          prefix={original.isAbstract === null ? "" : original.isAbstract ? "abstract and " : "specific and "}
        />
      ),
    }),
    column.display({
      id: "effect",
      header: "Effect, points",
      cell: ({ row }) => (
        <span className="font-medium">{formatDifference({ delta: row.original.effect, ci: null })}</span>
      ),
      meta: { numeric: true },
    }),
    column.display({
      id: "q",
      header: "q",
      cell: ({ row: { original } }) => (original.q === null ? "–" : formatP(original.q)),
      meta: { numeric: true },
    }),
    column.display({
      id: "measure",
      header: abstractionNames[measure],
      cell: ({ row }) => formatAbstraction(row.original.abstraction[measure], measure),
      meta: { numeric: true },
    }),
    column.display({
      id: "lost",
      header: "Lost (chance)",
      cell: ({ row: { original } }) => <Beside count={original.lost} byChance={original.lostByChance} />,
      meta: { numeric: true },
    }),
    column.display({
      id: "alone",
      header: "Lost alone",
      cell: ({ row }) => row.original.lostAlone,
      meta: { numeric: true },
    }),
    column.display({
      id: "gained",
      header: "Gained (chance)",
      cell: ({ row: { original } }) => <Beside count={original.gained} byChance={original.gainedByChance} />,
      meta: { numeric: true },
    }),
    column.display({
      id: "why",
      header: "Why not named",
      cell: ({ row: { original } }) => (
        <WhyUnnamed
          alike={original.alikeNamed}
          rival={original.rivalNamed}
          restsOnErrors={original.restsOnErrors}
        />
      ),
    }),
    column.accessor("type", {
      id: "type",
      header: "Type",
      cell: ({ row }) => <TypeBadge type={row.original.type} />,
    }),
    column.accessor("benchmark", {
      id: "benchmark",
      header: "Benchmark",
      cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
    }),
    column.accessor("lifecycle", { id: "lifecycle", header: "Lifecycle" }),
    column.display({
      id: "tasks",
      header: "Tasks",
      enableHiding: false,
      cell: ({ row: { original } }) => (
        <Link className="link" href={original.tasksHref} aria-label={`${original.tasks} tasks`}>
          {original.tasks}
        </Link>
      ),
      meta: { numeric: true },
    }),
  ];
}

/** Hidden until asked for; the look at a row has them. */
export const lesserEffectColumns = ["why", "type", "benchmark", "lifecycle"];

/** A count beside what chance alone gives. */
function Beside({ count, byChance }: { count: number; byChance: number }) {
  return (
    <>
      {count} <span className="text-muted">({byChance.toFixed(1)})</span>
    </>
  );
}
