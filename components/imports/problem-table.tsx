"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Problem } from "#lib/imports/schema.ts";

const FIRST = 50;

/** What was not imported, or only in part: where, and why. */
export function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <Card
      flush
      title={`Problems (${problems.length.toLocaleString("en")})`}
      description="None of them stops the rest."
    >
      <Table label="Problems of this import">
        <TableHead>
          <TableRow>
            <TableHeaderCell>File</TableHeaderCell>
            <TableHeaderCell>Where</TableHeaderCell>
            <TableHeaderCell>Reason</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((problem) => (
            <TableRow key={`${problem.path} ${problem.line} ${problem.field} ${problem.reason}`}>
              <TableCell className="min-w-48 font-mono text-xs wrap-anywhere">{problem.path}</TableCell>
              <TableCell className="font-mono text-xs wrap-anywhere">{whereOf(problem)}</TableCell>
              <TableCell className="min-w-64 wrap-anywhere">{problem.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shown.length < problems.length ? (
        <div className="px-3 pb-3">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {problems.length.toLocaleString("en")}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function whereOf({ line, field }: Problem): string {
  return [line === null ? "" : `line ${line}`, field ?? ""].filter(Boolean).join(", ") || "whole file";
}
