"use client";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { FileReport } from "#lib/imports/schema.ts";
import { countsOfFile } from "./counts-of-file.ts";

const FIRST = 50;

type FileTableProps = { files: readonly FileReport[]; total: number; dryRun: boolean };

/** File by file: what it was taken for, and what became of it. */
export function FileTable({ files, total, dryRun }: FileTableProps) {
  const [all, setAll] = useState(false);
  const shown = all ? files : files.slice(0, FIRST);
  const beyond = total - files.length;
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
          {shown.map((file) => (
            <TableRow key={file.path}>
              <TableCell className="min-w-48 font-mono text-xs wrap-anywhere">{file.path}</TableCell>
              <TableCell>
                {file.format ? (
                  <Badge>{file.format}</Badge>
                ) : (
                  <span className="text-muted">not recognised</span>
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
      {shown.length < files.length ? (
        <div className="px-3 pb-3">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {files.length.toLocaleString("en")}
          </Button>
        </div>
      ) : null}
      {beyond > 0 ? (
        <p className="px-3 pb-3 text-xs text-muted">
          {beyond.toLocaleString("en")} more files are counted but not listed.
        </p>
      ) : null}
    </Card>
  );
}
