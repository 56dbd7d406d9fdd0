import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { memoriesHref } from "#lib/memories/search-params.ts";
import type { PoolCounts } from "#lib/overview/schema.ts";

const write = (count: number) => count.toLocaleString("en");

/** How many memories of each type came from each benchmark; every number opens these memories. */
export function PoolTable({ pool }: { pool: PoolCounts }) {
  if (pool.total === 0) {
    return (
      <EmptyState title="No memories yet" command="npx carryover import PATH">
        There are runs, but no memories. Import a memory pool, or draft memories from trajectories under{" "}
        <Link href="/regenerate" className="link">
          Regenerate
        </Link>
        .
      </EmptyState>
    );
  }
  return (
    <Card
      flush
      title="Memories by type and benchmark"
      description="Each number opens the memories it counts."
    >
      <Table label="Memories by type and benchmark">
        <TableHead>
          <tr>
            <TableHeaderCell>Benchmark</TableHeaderCell>
            {pool.types.map((type) => (
              <TableHeaderCell key={type} numeric className="px-2">
                {type}
              </TableHeaderCell>
            ))}
            <TableHeaderCell numeric className="px-2">
              all types
            </TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {pool.rows.map(({ benchmark, counts, total }) => (
            <TableRow key={benchmark}>
              <TableHeaderCell scope="row" className="sticky left-0 bg-surface text-left font-normal">
                <BenchmarkMark name={benchmark} />
              </TableHeaderCell>
              {pool.types.map((type, index) => (
                <CountCell
                  key={type}
                  count={counts[index] ?? 0}
                  href={memoriesHref("/memories", { type: [type], benchmark: [benchmark] })}
                  label={`${type} memories of ${benchmark}`}
                />
              ))}
              <CountCell
                count={total}
                href={memoriesHref("/memories", { benchmark: [benchmark] })}
                label={`memories of ${benchmark}`}
              />
            </TableRow>
          ))}
          <TableRow className="font-medium">
            <TableHeaderCell scope="row" className="sticky left-0 bg-surface text-left">
              all benchmarks
            </TableHeaderCell>
            {pool.types.map((type, index) => (
              <CountCell
                key={type}
                count={pool.typeTotals[index] ?? 0}
                href={memoriesHref("/memories", { type: [type] })}
                label={`${type} memories`}
              />
            ))}
            <CountCell count={pool.total} href="/memories" label="memories" />
          </TableRow>
        </TableBody>
      </Table>
    </Card>
  );
}

function CountCell({ count, href, label }: { count: number; href: string; label: string }) {
  return (
    <TableCell numeric className="px-2">
      {count === 0 ? (
        <span className="text-muted">0</span>
      ) : (
        <Link
          href={href}
          aria-label={`${write(count)} ${label}`}
          className="link inline-block min-h-6 min-w-6 content-center"
        >
          {write(count)}
        </Link>
      )}
    </TableCell>
  );
}
