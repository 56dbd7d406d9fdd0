import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { OwnColumn } from "#lib/matrix/own-beside-published.ts";
import type { PublishedTable as Published } from "#lib/matrix/published-results.ts";
import type { ReadRow } from "#lib/matrix/read-published.ts";
import { formatCount } from "#lib/transfer/format.ts";

type Props = { table: Published; read: readonly ReadRow[]; own: readonly OwnColumn[] };

/** Printed shares as solved tasks, one's own runs beside them at the benchmarks of the same name. */
export function PublishedTable({ table, read, own }: Props) {
  const averages = ["micro", "macro"] as const;
  return (
    <Card flush title={`${table.title}: ${table.measure}, %`}>
      <Table label={table.title} className="[&_:is(td,th)]:px-2">
        <TableHead>
          <tr>
            <TableHeaderCell>Benchmark</TableHeaderCell>
            <TableHeaderCell numeric>Tasks</TableHeaderCell>
            {read.map((row) => (
              <TableHeaderCell key={row.name} numeric>
                {row.name}
              </TableHeaderCell>
            ))}
            {own.map((run) => (
              <TableHeaderCell key={run.runId} numeric className="max-w-28 border-l border-line">
                <Link className="line-clamp-2 hover:underline" href={`/runs/${run.runId}`} title={run.name}>
                  {run.name}
                </Link>
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {table.benchmarks.map((benchmark, i) => (
            <TableRow key={benchmark.name}>
              <TableCell className="whitespace-nowrap">{benchmark.name}</TableCell>
              <TableCell numeric>{benchmark.tasks}</TableCell>
              {read.map((row) => (
                <Share
                  key={row.name}
                  share={(row.solved[i] ?? 0) / benchmark.tasks}
                  solved={row.solved[i] ?? 0}
                />
              ))}
              {own.map(({ runId, cells }) => {
                const cell = cells[i];
                return cell ? (
                  <Share key={runId} share={cell.value} solved={cell.solved} of={cell.n} />
                ) : (
                  <TableCell key={runId} numeric className="border-l border-line text-muted">
                    –
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
          {averages.map((kind) => (
            <TableRow key={kind} className="border-t-2">
              <TableCell className="font-medium">
                {kind}{" "}
                {kind === table.average ? <span className="font-normal text-muted">as printed</span> : null}
              </TableCell>
              <TableCell />
              {read.map((row) => (
                <TableCell key={row.name} numeric>
                  {(row[kind] * 100).toFixed(1)}
                </TableCell>
              ))}
              {own.map(({ runId }) => (
                <TableCell key={runId} className="border-l border-line" />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {table.note ? <p className="px-4 pb-3 text-xs text-muted">{table.note}</p> : null}
    </Card>
  );
}

/** "91.0 (91)"; of one's own runs k/n is in reach only, for their tasks may be others. */
function Share({ share, solved, of }: { share: number | null; solved: number; of?: number }) {
  const text = share === null ? "–" : (share * 100).toFixed(1);
  if (of !== undefined) {
    return (
      <TableCell numeric className="border-l border-line" title={`${formatCount(solved)}/${of}`}>
        {text}
      </TableCell>
    );
  }
  return (
    <TableCell numeric className="whitespace-nowrap">
      {text} <span className="text-xs text-muted">({formatCount(solved)})</span>
    </TableCell>
  );
}
