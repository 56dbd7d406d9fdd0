import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { RunReport } from "#lib/imports/schema.ts";

const OUTCOMES = ["passed", "failed", "errored", "missing"] as const;

/** The runs of an import with their outcomes; a written one is a link. */
export function RunTable({ runs, dryRun }: { runs: readonly RunReport[]; dryRun: boolean }) {
  if (runs.length === 0) return null;
  return (
    <Card
      flush
      title="Runs"
      description="Folders side by side whose names differ by a repeat marker only are attempts of one run."
    >
      <Table label="Runs of this import">
        <TableHead>
          <TableRow>
            <TableHeaderCell>Run</TableHeaderCell>
            <TableHeaderCell>{dryRun ? "Would be" : "Was"}</TableHeaderCell>
            <TableHeaderCell>Arm</TableHeaderCell>
            <TableHeaderCell>Agent and model</TableHeaderCell>
            <TableHeaderCell numeric>Trials</TableHeaderCell>
            {OUTCOMES.map((outcome) => (
              <TableHeaderCell key={outcome} numeric>
                {outcome}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={`${run.name} ${run.source} ${run.agent} ${run.model}`}>
              <TableCell className="wrap-anywhere">
                {run.id ? (
                  <Link href={`/runs/${run.id}`} className="text-accent underline underline-offset-2">
                    {run.name}
                  </Link>
                ) : (
                  run.name
                )}
              </TableCell>
              <TableCell>{run.action}</TableCell>
              <TableCell className="whitespace-nowrap">
                {run.arm === "memory" ? "memory" : "zero-shot"}
              </TableCell>
              <TableCell className="text-muted">
                {[run.agent, run.model].filter(Boolean).join(", ") || "unknown"}
              </TableCell>
              <TableCell numeric>{run.trials.toLocaleString("en")}</TableCell>
              {OUTCOMES.map((outcome) => (
                <TableCell key={outcome} numeric className={run[outcome] === 0 ? "text-muted" : undefined}>
                  {run[outcome].toLocaleString("en")}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
