"use client";
import { createContext, useContext } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Select } from "#components/ui/select.tsx";
import type { TableReport } from "#lib/imports/schema.ts";
import { MEMORY_FIELDS, TRIAL_FIELDS } from "#lib/imports/tables/schema.ts";
import type { MappingDraft } from "./mapping-draft.ts";

type Row = TableReport["columns"][number];
type Change = ((column: string, field: string) => void) | null;
const column = dataTableColumns<Row>();

/** Cells read it, so that the columns stay the same while something is chosen. */
const DraftContext = createContext<{ draft: MappingDraft; onChange: Change } | null>(null);

const columns: DataTableColumn<Row>[] = [
  column.accessor("name", { id: "name", header: "Column", meta: { className: "font-mono text-xs" } }),
  column.display({ id: "field", header: "Is", cell: ({ row }) => <FieldSelect name={row.original.name} /> }),
  column.display({
    id: "samples",
    header: "Values",
    cell: ({ row }) => <span className="text-muted">{row.original.samples.join(" · ")}</span>,
    meta: { grows: true },
  }),
];

function FieldSelect({ name }: { name: string }) {
  const held = useContext(DraftContext);
  if (held === null) return null;
  const { draft, onChange } = held;
  const field = draft.columns[name] ?? "";
  if (onChange === null) return field || <span className="text-muted">not read</span>;
  const fields: readonly string[] = draft.kind === "trials" ? TRIAL_FIELDS : MEMORY_FIELDS;
  return (
    <Select
      aria-label={`What the column ${name} is`}
      className="w-44"
      value={fields.includes(field) ? field : ""}
      onChange={(event) => onChange(name, event.target.value)}
      options={[
        { value: "", label: "not read" },
        ...fields.map((value) => ({ value, label: labels[value] ?? value })),
      ]}
    />
  );
}

const labels: Record<string, string> = {
  cost: "cost (dollars)",
  inputTokens: "input tokens",
  outputTokens: "output tokens",
  seconds: "duration (seconds)",
  milliseconds: "duration (milliseconds)",
  statement: "task statement",
};

type ColumnTableProps = { table: TableReport; draft: MappingDraft; onChange: Change };

/** The columns of a table with some of their values, and what each is. */
export function ColumnTable({ table, draft, onChange }: ColumnTableProps) {
  return (
    <DraftContext value={{ draft, onChange }}>
      <DataTable
        plain
        label={`Columns of ${table.path}`}
        columns={columns}
        rows={table.columns}
        getRowId={({ name }) => name}
      />
    </DraftContext>
  );
}
