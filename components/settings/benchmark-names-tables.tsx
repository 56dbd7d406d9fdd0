"use client";
import { DataTable } from "#components/data-table/data-table.tsx";
import { type DataTableColumn, dataTableColumns } from "#components/data-table/features.ts";
import type { BenchmarkAliasRow, NearBenchmarks } from "#lib/benchmarks/queries.ts";
import { JoinNamesButton, UndoAliasButton } from "./benchmark-name-buttons.tsx";

const why = {
  spelling: "same but for spelling: already left out together, counted apart",
  part: "one begins like the other",
  letters: "a letter or two apart",
};

const near = dataTableColumns<NearBenchmarks>();
const nearColumns: DataTableColumn<NearBenchmarks>[] = [
  near.display({
    id: "name",
    header: "Name",
    cell: ({ row }) => <NameAndCount of={row.original} index={0} />,
  }),
  near.display({
    id: "near",
    header: "Similar to",
    cell: ({ row }) => <NameAndCount of={row.original} index={1} />,
  }),
  near.display({
    id: "why",
    header: "Why",
    cell: ({ row }) => <span className="text-muted">{why[row.original.kind]}</span>,
    meta: { grows: true },
  }),
  near.display({
    id: "join",
    header: "If they are the same",
    cell: ({ row: { original } }) => {
      const [name, benchmark] = original.names;
      return (
        <span className="flex gap-2">
          <JoinNamesButton name={name} benchmark={benchmark} />
          <JoinNamesButton name={benchmark} benchmark={name} />
        </span>
      );
    },
    meta: { className: "max-w-none" },
  }),
];

function NameAndCount({ of, index }: { of: NearBenchmarks; index: 0 | 1 }) {
  return (
    <>
      <span className="font-medium whitespace-pre">{of.names[index]}</span>{" "}
      <span className="text-xs text-muted">({of.counts[index].toLocaleString("en")})</span>
    </>
  );
}

/** Pairs of names that may mean one benchmark, each with the number of its memories and tasks. */
export function NearNamesTable({ pairs }: { pairs: readonly NearBenchmarks[] }) {
  return (
    <DataTable
      plain
      label="Similar benchmark names"
      columns={nearColumns}
      rows={pairs}
      getRowId={({ names }) => JSON.stringify(names)}
    />
  );
}

const alias = dataTableColumns<BenchmarkAliasRow>();
const aliasColumns: DataTableColumn<BenchmarkAliasRow>[] = [
  alias.accessor("name", { id: "name", header: "Other name" }),
  alias.accessor("benchmark", { id: "benchmark", header: "Benchmark", meta: { grows: true } }),
  alias.display({
    id: "actor",
    header: "Added by",
    cell: ({ row }) => `${row.original.actor}, ${row.original.createdAt.slice(0, 10)}`,
  }),
  alias.display({
    id: "undo",
    header: () => <span className="sr-only">Undo</span>,
    cell: ({ row }) => <UndoAliasButton name={row.original.name} />,
    meta: { title: "Undo" },
  }),
];

/** Names that a person said are another's. */
export function AliasTable({ aliases }: { aliases: readonly BenchmarkAliasRow[] }) {
  return (
    <DataTable
      plain
      label="Other names of benchmarks"
      columns={aliasColumns}
      rows={aliases}
      getRowId={({ name }) => name}
    />
  );
}
