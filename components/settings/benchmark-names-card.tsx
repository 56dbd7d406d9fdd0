import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { BenchmarkAliasRow, NearBenchmarks } from "#lib/benchmarks/queries.ts";
import { JoinNamesButton, UndoAliasButton } from "./benchmark-name-buttons.tsx";

type BenchmarkNamesCardProps = { near: readonly NearBenchmarks[]; aliases: readonly BenchmarkAliasRow[] };

const why = {
  spelling: "the same but for spelling: left out together already, counted apart",
  part: "one begins like the other",
  letters: "a letter or two apart",
};

/** Names that may be one benchmark, and those that a person said are. */
export function BenchmarkNamesCard({ near, aliases }: BenchmarkNamesCardProps) {
  return (
    <Card
      title="Benchmark names"
      description="A benchmark is left out of retrieval by its name, in any spelling. Where two names mean one benchmark, join them: else its memories leak under the other name."
      flush
    >
      {near.length === 0 ? (
        <p className="px-4 pb-4 text-muted">No two benchmarks have names that are near each other.</p>
      ) : (
        <NearTable near={near} />
      )}
      {aliases.length > 0 ? <AliasTable aliases={aliases} /> : null}
    </Card>
  );
}

function NearTable({ near }: Pick<BenchmarkNamesCardProps, "near">) {
  return (
    <Table label="Near benchmark names">
      <TableHead>
        <tr>
          <TableHeaderCell>Name</TableHeaderCell>
          <TableHeaderCell>Near to</TableHeaderCell>
          <TableHeaderCell>If they are one</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {near.map(({ kind, names: [name, benchmark], counts }) => (
          <TableRow key={JSON.stringify([name, benchmark])}>
            <TableCell className="min-w-36">
              <NameAndCount name={name} count={counts[0]} />
            </TableCell>
            <TableCell className="min-w-36">
              <NameAndCount name={benchmark} count={counts[1]} />
              <span className="block text-xs text-muted">{why[kind]}</span>
            </TableCell>
            <TableCell>
              <span className="flex flex-wrap gap-2">
                <JoinNamesButton name={name} benchmark={benchmark} />
                <JoinNamesButton name={benchmark} benchmark={name} />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function NameAndCount({ name, count }: { name: string; count: number }) {
  return (
    <>
      <span className="font-medium whitespace-pre-wrap wrap-anywhere">{name}</span>
      <span className="block text-xs text-muted">{count.toLocaleString("en")} memories and tasks</span>
    </>
  );
}

function AliasTable({ aliases }: Pick<BenchmarkNamesCardProps, "aliases">) {
  return (
    <Table label="Other names of benchmarks">
      <TableHead>
        <tr>
          <TableHeaderCell>Other name</TableHeaderCell>
          <TableHeaderCell>Of the benchmark</TableHeaderCell>
          <TableHeaderCell>Said by</TableHeaderCell>
          <TableHeaderCell>
            <span className="sr-only">Undo</span>
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {aliases.map((alias) => (
          <TableRow key={alias.name}>
            <TableCell className="wrap-anywhere">{alias.name}</TableCell>
            <TableCell className="wrap-anywhere">{alias.benchmark}</TableCell>
            <TableCell>
              {alias.actor}, {alias.createdAt.slice(0, 10)}
            </TableCell>
            <TableCell>
              <UndoAliasButton name={alias.name} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
