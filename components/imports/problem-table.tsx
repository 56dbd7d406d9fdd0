"use client";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Problem } from "#lib/imports/schema.ts";
import { ReportPages } from "./report-pages.tsx";
import { useReportPage } from "./use-report-page.ts";

type ProblemTableProps = { jobId: string; problems: readonly Problem[]; total: number };

/** What was not imported, or only in part: where, and why. */
export function ProblemTable({ jobId, problems, total }: ProblemTableProps) {
  const { items, ...pages } = useReportPage(jobId, "problems", problems);
  if (total === 0) return null;
  return (
    <Card flush title={`Problems (${total.toLocaleString("en")})`} description="None of them stops the rest.">
      <Table label="Problems of this import">
        <TableHead>
          <TableRow>
            <TableHeaderCell>File</TableHeaderCell>
            <TableHeaderCell>Where</TableHeaderCell>
            <TableHeaderCell>Reason</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((problem) => (
            <TableRow key={`${problem.path} ${problem.line} ${problem.field} ${problem.reason}`}>
              <TableCell className="min-w-48 font-mono text-xs wrap-anywhere">{problem.path}</TableCell>
              <TableCell className="font-mono text-xs wrap-anywhere">{whereOf(problem)}</TableCell>
              <TableCell className="min-w-64 wrap-anywhere">{problem.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <ReportPages {...pages} total={total} />
    </Card>
  );
}

function whereOf({ line, field }: Problem): string {
  return [line === null ? "" : `line ${line}`, field ?? ""].filter(Boolean).join(", ") || "whole file";
}
