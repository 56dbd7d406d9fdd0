import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { BenchmarkMark } from "#components/ui/benchmark-mark.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { TypeBadge } from "#components/ui/type-badge.tsx";
import type { AbstractionEffect } from "#lib/transfer/abstraction-effects.ts";
import { type AbstractionMeasure, quadrantOf } from "#lib/transfer/abstraction-effects.ts";
import { isSuspect } from "#lib/transfer/effect-plane.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { abstractionNames } from "./effect-names.ts";

type EffectTableProps = {
  rows: readonly AbstractionEffect[];
  measure: AbstractionMeasure;
  median: number;
  base: string;
  candidate: string;
};

/** The rows of the plane with every number, and the ways on. */
export function EffectTable({ rows, measure, median, base, candidate }: EffectTableProps) {
  return (
    <Table label="Memories by abstraction and effect">
      <TableHead>
        <tr>
          <TableHeaderCell>Memory</TableHeaderCell>
          <TableHeaderCell>Type</TableHeaderCell>
          <TableHeaderCell>Benchmark</TableHeaderCell>
          <TableHeaderCell numeric>{abstractionNames[measure]}</TableHeaderCell>
          <TableHeaderCell numeric>effect</TableHeaderCell>
          <TableHeaderCell numeric>95 % interval</TableHeaderCell>
          <TableHeaderCell numeric>lost / gained / tasks</TableHeaderCell>
          <TableHeaderCell numeric>q</TableHeaderCell>
          <TableHeaderCell>Quadrant</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => {
          const value = row.abstraction[measure];
          const quadrant = quadrantOf(row, measure, median);
          return (
            <TableRow key={row.memoryId}>
              <TableCell className="min-w-56">
                <Link href={`/memories/${row.memoryId}`} className="link line-clamp-2 wrap-anywhere">
                  {row.title}
                </Link>
                {row.lifecycle === "active" ? null : (
                  <span className="text-xs text-muted">{row.lifecycle}</span>
                )}
              </TableCell>
              <TableCell>
                <TypeBadge type={row.type} />
              </TableCell>
              <TableCell>
                <BenchmarkMark name={row.benchmark} />
              </TableCell>
              <TableCell numeric>
                {value === null ? "not measured" : value.toFixed(measure === "lintFindings" ? 0 : 2)}
              </TableCell>
              <TableCell numeric className="font-medium">
                {signed(row.effect)}
              </TableCell>
              <TableCell numeric className="whitespace-nowrap">
                {row.interval ? `${signed(row.interval[0])} to ${signed(row.interval[1])}` : "one task: none"}
              </TableCell>
              <TableCell numeric>
                <Link
                  className="link"
                  href={compareHref("/compare", {
                    base,
                    cand: candidate,
                    tab: "tasks",
                    memory: row.memoryId,
                  })}
                >
                  {row.lost} / {row.gained} / {row.tasks}
                </Link>
              </TableCell>
              <TableCell numeric>{row.q < 0.001 ? "< 0.001" : row.q.toFixed(3)}</TableCell>
              <TableCell className="whitespace-nowrap">
                {quadrant === null ? (
                  "–"
                ) : isSuspect(quadrant) ? (
                  <Badge tone="bad">abstract and harmful</Badge>
                ) : (
                  <span className="text-muted">
                    {quadrant.abstract ? "abstract" : "specific"}, {quadrant.direction}
                  </span>
                )}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
}
