import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { inseparableFrom } from "#lib/attribution/cases/describe-case.ts";
import type { CaseRow } from "#lib/attribution/cases/schema.ts";
import { formatDifference, formatP } from "#lib/transfer/format.ts";
import { CaseStateBadge } from "./case-state-badge.tsx";

export type LinkedCase = CaseRow & { href: string };

const column = dataTableColumns<LinkedCase>();

/** Worst first as they come: the order is the list's, so no column sorts. */
export const caseColumns: DataTableColumn<LinkedCase>[] = [
  column.display({
    id: "title",
    header: "Memory",
    enableHiding: false,
    cell: ({ row: { original } }) => <CaseTitle row={original} />,
    meta: { grows: true },
  }),
  column.display({
    id: "state",
    header: "State",
    enableHiding: false,
    cell: ({ row }) => <CaseStateBadge state={row.original.state} />,
  }),
  column.display({
    id: "effect",
    header: "Effect [90%], points",
    cell: ({ row: { original } }) => (
      <span className="font-medium">{formatDifference({ delta: original.effect, ci: original.ci })}</span>
    ),
    meta: { numeric: true },
  }),
  column.display({
    id: "q",
    header: "q",
    cell: ({ row: { original } }) => (original.state === "few" ? "–" : formatP(original.q)),
    meta: { numeric: true },
  }),
  column.accessor("lostAlone", { id: "alone", header: "Lost alone", meta: { numeric: true } }),
  column.accessor("lostShared", { id: "shared", header: "Lost with others", meta: { numeric: true } }),
  column.accessor("tasks", { id: "tasks", header: "Tasks", meta: { numeric: true } }),
  column.accessor("exposures", { id: "exposures", header: "Attempts", meta: { numeric: true } }),
  column.display({
    id: "type",
    header: "Type",
    cell: ({ row }) => <TypeBadge type={row.original.type} />,
  }),
  column.display({
    id: "benchmark",
    header: "Benchmark",
    cell: ({ row }) => <BenchmarkMark name={row.original.benchmark} />,
  }),
  column.display({
    id: "verdict",
    header: "Verdict",
    enableHiding: false,
    cell: ({ row: { original } }) => <Judged row={original} />,
  }),
];

/** Hidden until asked for; the look at a row has them. */
export const lesserCaseColumns = ["exposures", "type", "benchmark"];

function CaseTitle({ row }: { row: LinkedCase }) {
  const inseparable = inseparableFrom(row);
  return (
    <>
      <Link className="link [unicode-bidi:isolate]" href={row.href}>
        {row.titles[0]}
      </Link>
      {inseparable ? <span className="text-xs text-muted"> {inseparable}</span> : null}
      {row.restsOnErrors ? <span className="text-xs text-muted"> rests on attempts that errored</span> : null}
    </>
  );
}

/** What a person said, and whether the memory is out of service already. */
function Judged({ row: { judgment, isDeprecated } }: { row: LinkedCase }) {
  return (
    <span className="inline-flex items-center gap-1">
      {judgment ? (
        <Badge title={judgment.note ?? undefined}>{judgment.verdict}</Badge>
      ) : isDeprecated ? null : (
        <span className="text-muted">–</span>
      )}
      {isDeprecated ? <Badge tone="muted">deprecated</Badge> : null}
    </span>
  );
}
