import { formatDuration } from "#components/ui/duration.ts";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { EffortDifference, EffortName } from "#lib/transfer/effort.ts";

const names: Record<EffortName, string> = {
  costUsd: "Cost",
  tokens: "Tokens, in and out",
  durationMs: "Duration",
  steps: "Steps",
};

/** What an attempt cost and took, paired by task. Only what both runs recorded. */
export function EffortTable({ differences }: { differences: readonly EffortDifference[] }) {
  if (differences.length === 0) {
    return (
      <p className="px-4 pb-4 text-sm text-muted">
        The two runs recorded no cost, tokens, duration or steps at the same tasks.
      </p>
    );
  }
  return (
    <Table label="Cost and effort per attempt">
      <TableHead>
        <tr>
          <TableHeaderCell>Mean per attempt</TableHeaderCell>
          <TableHeaderCell numeric>Baseline</TableHeaderCell>
          <TableHeaderCell numeric>Candidate</TableHeaderCell>
          <TableHeaderCell numeric>Difference</TableHeaderCell>
          <TableHeaderCell numeric>Tasks</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {differences.map((row) => (
          <TableRow key={row.name}>
            <TableHeaderCell scope="row" className="text-left font-normal">
              {names[row.name]}
            </TableHeaderCell>
            <TableCell numeric>{write(row.name, row.base)}</TableCell>
            <TableCell numeric>{write(row.name, row.candidate)}</TableCell>
            <TableCell numeric className="whitespace-nowrap">
              {row.delta > 0 ? "+" : row.delta < 0 ? "−" : ""}
              {write(row.name, Math.abs(row.delta))}
            </TableCell>
            <TableCell numeric>{row.tasks}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function write(name: EffortName, value: number): string {
  if (name === "costUsd") return `$${value.toFixed(4)}`;
  if (name === "durationMs") return formatDuration(value);
  if (name === "tokens") return Math.round(value).toLocaleString("en");
  return value.toFixed(1);
}
