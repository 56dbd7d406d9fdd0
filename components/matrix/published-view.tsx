import { Card } from "#components/ui/card.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { OwnColumn } from "#lib/matrix/own-beside-published.ts";
import {
  type PublishedTable as Published,
  publishedAcrossModels,
  publishedSource,
  publishedTables,
} from "#lib/matrix/published-results.ts";
import { readPublished } from "#lib/matrix/read-published.ts";
import { PublishedLimits } from "./published-limits.tsx";
import { PublishedTable } from "./published-table.tsx";

type Props = { table: Published; own: readonly OwnColumn[]; href: (id: string) => string };

/** One published table at a time: as solved tasks beside one's own runs, and what its differences can say. */
export function PublishedView({ table, own, href }: Props) {
  const read = readPublished(table);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <LinkTabs
        label="Published tables"
        current={table.id}
        tabs={publishedTables.map(({ id, title }) => ({
          id,
          name: title.replace("Table 1, ", ""),
          href: href(id),
        }))}
      />
      <PublishedTable table={table} read={read} own={own} />
      {read.some((row) => row.possible.length > 0) ? (
        <PublishedLimits rows={read} tasks={table.benchmarks.reduce((sum, { tasks }) => sum + tasks, 0)} />
      ) : (
        <p className="text-xs text-muted">
          Means of several runs are no whole tasks: without each run's tasks no exact test can be made.
        </p>
      )}
      <AcrossModels />
      <p className="text-xs text-muted">
        {publishedSource} micro: each task counts the same; macro: each benchmark counts the same.
      </p>
    </div>
  );
}

function AcrossModels() {
  const consumers = [...new Set(publishedAcrossModels.map(({ consumer }) => consumer))];
  const generators = [...new Set(publishedAcrossModels.map(({ generator }) => generator))];
  return (
    <Card flush title="Table 4: pass@1, %, by the model that wrote the memories and the model that uses them">
      <Table label="Table 4, generator by consumer model">
        <TableHead>
          <tr>
            <TableHeaderCell>Memories by</TableHeaderCell>
            {consumers.map((consumer) => (
              <TableHeaderCell key={consumer} numeric>
                {consumer}
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {generators.map((generator) => (
            <TableRow key={generator ?? "none"}>
              <TableCell>{generator ?? "no memory"}</TableCell>
              {consumers.map((consumer) => {
                const found = publishedAcrossModels.find(
                  (each) => each.generator === generator && each.consumer === consumer,
                );
                return (
                  <TableCell key={consumer} numeric>
                    {found ? (found.average * 100).toFixed(1) : "–"}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="px-4 pb-3 text-xs text-muted">
        Macro average over LiveCodeBench v6, SWE-bench Verified and ReplicationBench, three runs each.
      </p>
    </Card>
  );
}
