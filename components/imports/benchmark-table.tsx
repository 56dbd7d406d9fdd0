"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import { Card } from "#components/ui/card.tsx";
import { Select } from "#components/ui/select.tsx";
import type { BenchmarkReport } from "#lib/imports/schema.ts";
import { CountCell } from "./count-cell.tsx";
import { useDecisions } from "./decisions.tsx";

type Row = BenchmarkReport & { stored: readonly string[]; dryRun: boolean };
const column = dataTableColumns<Row>();
const said: Record<BenchmarkReport["state"], string> = {
  new: "new",
  decided: "an alias from now on",
  alias: "an alias",
  known: "stored",
};

const columns: DataTableColumn<Row>[] = [
  column.accessor("name", { id: "name", header: "In the files" }),
  column.display({
    id: "storedAs",
    header: "Stored as",
    cell: ({ row }) => <StoredAs row={row.original} />,
    meta: { grows: true },
  }),
  column.accessor("state", { id: "state", header: "Is", cell: ({ row }) => said[row.original.state] }),
  column.accessor("trials", {
    id: "trials",
    header: "Trials",
    cell: ({ row }) => <CountCell count={row.original.trials} />,
    meta: { numeric: true },
  }),
  column.accessor("memories", {
    id: "memories",
    header: "Memories",
    cell: ({ row }) => <CountCell count={row.original.memories} />,
    meta: { numeric: true },
  }),
];

/** Of a new name a person may say that it stands for a benchmark that is stored; the likeliest come first. */
function StoredAs({ row }: { row: Row }) {
  const { nameOf, setName } = useDecisions();
  if (!row.dryRun || (row.state !== "new" && row.state !== "decided")) return row.storedAs;
  const others = row.stored.filter((name) => !row.similar.includes(name) && name !== row.name);
  return (
    <Select
      aria-label={`Benchmark that ${row.name} stands for`}
      className="max-w-80"
      value={nameOf(row.name)}
      onChange={(event) => setName(row.name, event.target.value)}
      options={[
        { value: "", label: `${row.name} (a benchmark of its own)` },
        ...row.similar.map((name) => ({ value: name, label: `${name} (similar)` })),
        ...others.map((name) => ({ value: name, label: name })),
      ]}
    />
  );
}

type BenchmarkTableProps = {
  benchmarks: readonly BenchmarkReport[];
  stored: readonly string[];
  dryRun: boolean;
};

/** The names of benchmarks that the files use, and what each is stored as. */
export function BenchmarkTable({ benchmarks, stored, dryRun }: BenchmarkTableProps) {
  if (benchmarks.length === 0) return null;
  return (
    <Card
      flush
      title="Benchmarks"
      description="Retrieval leaves a benchmark out by its name. What a new name stands for is kept as an alias for the next import."
    >
      <DataTable
        plain
        label="Benchmarks of this import"
        columns={columns}
        rows={benchmarks.map((benchmark) => ({ ...benchmark, stored, dryRun }))}
        getRowId={({ name }) => name}
      />
    </Card>
  );
}
