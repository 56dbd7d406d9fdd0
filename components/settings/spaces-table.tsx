"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { SpaceLine } from "#lib/settings/schema.ts";
import { SwitchSpaceButton } from "./switch-space-button.tsx";

const kinds: Record<string, string> = {
  lexical: "built in: compares words, not meaning",
  openai: "from the embedding server",
  imported: "imported; new texts can't be embedded in it",
};
const counts = [
  ["fresh", "Embedded"],
  ["stale", "Stale"],
  ["missing", "Missing"],
] as const;

const column = dataTableColumns<SpaceLine>();
const columns: DataTableColumn<SpaceLine>[] = [
  column.accessor("name", {
    id: "name",
    header: "Space",
    cell: ({ row }) => <span className="font-medium">{row.original.name}</span>,
  }),
  column.display({
    id: "serves",
    header: "In use",
    cell: ({ row: { original: space } }) =>
      space.active ? (
        <Badge tone="good">active</Badge>
      ) : (
        <SwitchSpaceButton input={{ spaceId: space.id }} label="Switch" names={space.name} />
      ),
  }),
  ...counts.map(([id, header]) =>
    column.accessor(id, {
      id,
      header,
      cell: ({ row }) => row.original[id].toLocaleString("en"),
      meta: { numeric: true },
    }),
  ),
  column.display({
    id: "kind",
    header: "Kind",
    cell: ({ row: { original: space } }) => (
      <span className="text-muted">{kinds[space.provider] ?? space.provider}</span>
    ),
    meta: { grows: true },
  }),
];

export function SpacesTable({ spaces }: { spaces: readonly SpaceLine[] }) {
  return (
    <DataTable
      plain
      label="Embedding spaces"
      columns={columns}
      rows={spaces}
      getRowId={(space) => space.id}
    />
  );
}
