"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { formatTime } from "#components/jobs/job-times.ts";
import { typeName } from "#components/maps/type-mark.ts";
import type { MeasureChange } from "#lib/abstraction/schema.ts";
import type { MetricHistoryPoint } from "#lib/abstraction/view.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { formatSigned } from "#lib/shared/format-signed.ts";
import { describeP } from "#lib/transfer/format.ts";
import { changeFacts } from "./change-words.ts";

export type BeforeAfterRow = { type: ProjectedType; before: MetricHistoryPoint; after: MetricHistoryPoint };
const column = dataTableColumns<BeforeAfterRow>();

const columns: DataTableColumn<BeforeAfterRow>[] = [
  column.accessor("type", {
    id: "type",
    header: "Type",
    cell: ({ row: { original } }) => typeName(original.type),
  }),
  column.display({
    id: "facts",
    header: "Changed",
    meta: { grows: true, className: "sm:min-w-16" },
    cell: ({ row: { original } }) => {
      const change = testedChange(original);
      return <span className="text-xs text-muted">{change ? changeFacts(change).join(" ") : "–"}</span>;
    },
  }),
  column.display({
    id: "measured",
    header: "Since (UTC)",
    cell: ({ row: { original } }) => <Since {...original} />,
  }),
  column.display({
    id: "n",
    header: "n",
    meta: { numeric: true },
    cell: ({ row: { original } }) => <Change {...original} read={({ result }) => result.n} digits={0} />,
  }),
  column.display({
    id: "lisi",
    header: "LISI, mean",
    meta: { numeric: true, className: "max-w-72" },
    cell: ({ row: { original } }) => (
      <Change {...original} read={({ result }) => result.lisi?.mean} test={testedChange(original)?.lisi} />
    ),
  }),
  column.display({
    id: "shuffled",
    header: "LISI, shuffled",
    meta: { numeric: true },
    cell: ({ row: { original } }) => (
      <Change {...original} read={({ result }) => result.lisi?.randomLabelMean} digits={2} plain />
    ),
  }),
  column.display({
    id: "dbi",
    header: "DBI",
    meta: { numeric: true, className: "max-w-72" },
    cell: ({ row: { original } }) => (
      <Change {...original} read={({ result }) => result.dbi} test={testedChange(original)?.dbi} />
    ),
  }),
];

/** A row a type: what it measured before and after, the difference, and how often chance alone moves it as far. */
export function BeforeAfterTable({ rows }: { rows: readonly BeforeAfterRow[] }) {
  return (
    <DataTable
      plain
      label="Metrics before and after"
      columns={columns}
      rows={rows}
      getRowId={({ type }) => type}
    />
  );
}

/** Measurements may lie between the two: the test is of the one just before, and of no other. */
function testedChange({ before, after }: BeforeAfterRow) {
  return after.change?.fromId === before.id ? after.change : null;
}

/** When the earlier of the two was measured; both in the title. */
function Since({ before, after }: BeforeAfterRow) {
  const [from, to] = [formatTime(before.asOf), formatTime(after.asOf)];
  return (
    <span className="text-xs text-muted" title={`${from} → ${to}`}>
      {from.slice(5, 16)}
    </span>
  );
}

type ChangeProps = BeforeAfterRow & {
  read: (point: MetricHistoryPoint) => number | null | undefined;
  digits?: number;
  /** Without the difference. */
  plain?: boolean;
  test?: MeasureChange | null | undefined;
};

function Change({ before, after, read, digits = 3, plain, test }: ChangeProps) {
  const write = (value: number | null | undefined) => value?.toFixed(digits) ?? "–";
  const [from, to] = [read(before), read(after)];
  const difference = from == null || to == null ? null : formatSigned(to - from, digits);
  const chance = test
    ? `By chance ${formatSigned(test.low, digits)} to ${formatSigned(test.high, digits)}, ${describeP(test.p)}`
    : undefined;
  return (
    <span title={chance}>
      {write(from)} → <span className="font-medium">{write(to)}</span>
      {difference === null || plain ? null : <span className="text-xs text-muted"> ({difference})</span>}
      {test ? <span className="text-xs text-muted"> {describeP(test.p)}</span> : null}
    </span>
  );
}
