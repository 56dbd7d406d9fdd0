import { Card } from "#components/ui/card.tsx";
import type { BenchmarkAliasRow, NearBenchmarks } from "#lib/benchmarks/queries.ts";
import { AliasTable, NearNamesTable } from "./benchmark-names-tables.tsx";

type BenchmarkNamesCardProps = { near: readonly NearBenchmarks[]; aliases: readonly BenchmarkAliasRow[] };

/** Names that may be one benchmark, and those that a person said are. */
export function BenchmarkNamesCard({ near, aliases }: BenchmarkNamesCardProps) {
  return (
    <Card
      title="Benchmark names"
      description="With memory and task counts. Retrieval leaves a benchmark out by name, in any spelling. If two names mean one benchmark, merge them; otherwise its memories leak under the other name."
      flush
    >
      {near.length === 0 ? (
        <p className="px-4 pb-4 text-muted">No two benchmark names are similar.</p>
      ) : (
        <NearNamesTable pairs={near} />
      )}
      {aliases.length > 0 ? <AliasTable aliases={aliases} /> : null}
    </Card>
  );
}
