"use client";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { FileReport } from "#lib/imports/schema.ts";
import { countsOfFile } from "./counts-of-file.ts";
import { ReportPages } from "./report-pages.tsx";
import { useReportPage } from "./use-report-page.ts";

type FileTableProps = { jobId: string; files: readonly FileReport[]; total: number; dryRun: boolean };

/** File by file: what it was taken for, and what became of it. Files left out have a table of their own. */
export function FileTable({ jobId, files, total, dryRun }: FileTableProps) {
  const { items, ...pages } = useReportPage(jobId, "plan", files);
  if (total === 0) return null;
  return (
    <Card flush title={`Files (${total.toLocaleString("en")})`}>
      <Table label="Files of this import">
        <TableHead>
          <TableRow>
            <TableHeaderCell>File</TableHeaderCell>
            <TableHeaderCell>Taken for</TableHeaderCell>
            <TableHeaderCell>{dryRun ? "Would give" : "Gave"}</TableHeaderCell>
            <TableHeaderCell numeric>Problems</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((file) => (
            <TableRow key={file.path}>
              <TableCell className="min-w-48 font-mono text-xs wrap-anywhere">{file.path}</TableCell>
              <TableCell>
                {file.format ? (
                  <Badge>{file.format}</Badge>
                ) : (
                  <span className="text-muted">not recognized</span>
                )}
              </TableCell>
              <TableCell className="min-w-40">
                {countsOfFile(file) || <span className="text-muted">nothing of its own</span>}
              </TableCell>
              <TableCell numeric className={file.problems === 0 ? "text-muted" : undefined}>
                {file.problems.toLocaleString("en")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <ReportPages {...pages} total={total} />
    </Card>
  );
}
