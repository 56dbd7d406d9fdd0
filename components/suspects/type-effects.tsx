"use client";
import Link from "next/link";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import type { TypeEffect } from "#lib/attribution/group-effect-queries.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { GroupBadge, groupColumns } from "./group-columns.tsx";
import { GroupNote } from "./group-note.tsx";

const column = dataTableColumns<TypeEffect>();

const names: Record<TypeEffect["abstraction"], string> = {
  all: "all",
  abstract: "abstract",
  concrete: "concrete",
  unmeasured: "LISI not measured",
};

const columns: DataTableColumn<TypeEffect>[] = [
  column.display({ id: "type", header: "Type", cell: ({ row }) => <TypeBadge type={row.original.type} /> }),
  column.display({
    id: "abstraction",
    header: "Abstraction",
    cell: ({ row }) => names[row.original.abstraction],
  }),
  column.display({
    id: "run",
    header: "Run",
    cell: ({ row: { original } }) => (
      <Link className="link" href={`/runs/${original.run.id}`}>
        {original.run.name}
      </Link>
    ),
    meta: { grows: true },
  }),
  ...groupColumns<TypeEffect>((row) =>
    row.abstraction === "all" ? (
      <Link className="link" href={compareHref("/compare", { base: row.base, cand: row.run.id })}>
        as compared
      </Link>
    ) : (
      <GroupBadge row={row} />
    ),
  ),
];

/** The effect of memories by type, and within a type by abstraction. */
export function TypeEffects({ rows }: { rows: TypeEffect[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <DataTable
        label="Effect by type and abstraction"
        columns={columns}
        constantColumns={noColumns}
        rows={rows}
        getRowId={(row) => row.group}
      />
      <GroupNote rows={rows.filter(({ abstraction }) => abstraction !== "all")} of="groups" />
      <p className="text-xs text-muted">
        Abstract: LISI at or above the median of the memories of the type that the run was shown; concrete:
        below it. All of a type are the run itself, which Compare tests against the baseline.
      </p>
    </div>
  );
}

const noColumns: string[] = [];
