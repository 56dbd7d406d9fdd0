import { Table, TableBody, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Comparison } from "#lib/transfer/schema.ts";
import { DifferenceCells } from "./difference-cells.tsx";

/** pass@k of both runs, micro and macro, each under its name. */
export function AveragesTable({ comparison }: { comparison: Comparison }) {
  const { options, micro, macro } = comparison;
  const ks = Object.keys(micro);
  const rows = [
    ...ks.map((k) => ({ name: `pass@${k}, micro (each task counts the same)`, difference: micro[k] })),
    ...ks.map((k) => ({ name: `pass@${k}, macro (each benchmark counts the same)`, difference: macro[k] })),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Table label="pass@k of baseline and candidate">
        <TableHead>
          <tr>
            <TableHeaderCell>Average</TableHeaderCell>
            <TableHeaderCell numeric>Baseline</TableHeaderCell>
            <TableHeaderCell numeric>Candidate</TableHeaderCell>
            <TableHeaderCell numeric>Difference</TableHeaderCell>
            <TableHeaderCell numeric>Interval</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map(({ name, difference }) => (
            <TableRow key={name}>
              <TableHeaderCell scope="row" className="min-w-56 text-left font-normal">
                {name}
              </TableHeaderCell>
              <DifferenceCells difference={difference} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="max-w-prose px-3 py-2 text-xs text-muted">
        Unbiased estimate over all counted attempts. Interval: {Math.round(options.confidence * 100)}% score
        interval of the paired difference, one task one unit. Macro counts are of tasks, its shares are means
        of the benchmarks' shares.
      </p>
    </div>
  );
}
