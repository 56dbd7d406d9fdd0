import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { formatP } from "#lib/transfer/format.ts";
import type { BenchmarkComparison } from "#lib/transfer/schema.ts";
import { DifferenceCells } from "./difference-cells.tsx";

type Props = {
  rows: readonly BenchmarkComparison[];
  k: number;
  confidence: number;
  href: (benchmark: string) => string;
};

/** Below this many pairs one task is worth more than most effects: said beside the row. */
const FEW_PAIRS = 30;

/** The comparison per benchmark, with q over the family of benchmarks. */
export function BenchmarkComparisonTable({ rows, k, confidence, href }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Table label={`Comparison per benchmark, pass@${k}`}>
        <TableHead>
          <tr>
            <TableHeaderCell>Benchmark</TableHeaderCell>
            <TableHeaderCell numeric>Pairs</TableHeaderCell>
            <TableHeaderCell numeric>Gained</TableHeaderCell>
            <TableHeaderCell numeric>Lost</TableHeaderCell>
            <TableHeaderCell numeric>q</TableHeaderCell>
            <TableHeaderCell numeric>Baseline pass@{k}</TableHeaderCell>
            <TableHeaderCell numeric>Candidate pass@{k}</TableHeaderCell>
            <TableHeaderCell numeric>Difference</TableHeaderCell>
            <TableHeaderCell numeric>Interval</TableHeaderCell>
            <TableHeaderCell numeric>p</TableHeaderCell>
            <TableHeaderCell numeric>Smallest</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.benchmark}>
              <TableHeaderCell scope="row" className="text-left font-normal">
                <Link className="link" href={href(row.benchmark)} scroll={false}>
                  <BenchmarkMark name={row.benchmark} />
                </Link>
                {row.pairs < FEW_PAIRS ? (
                  <p className="text-xs text-muted">one task = {row.pointsPerTask.toFixed(1)} points</p>
                ) : null}
              </TableHeaderCell>
              <TableCell numeric>{row.pairs}</TableCell>
              <CountCell count={row.gained} errored={row.errored.gained} />
              <CountCell count={row.lost} errored={row.errored.lost} />
              <TableCell numeric>{formatP(row.mcnemar.q)}</TableCell>
              <DifferenceCells difference={row.passAt[String(k)]} />
              <TableCell numeric>{formatP(row.mcnemar.p)}</TableCell>
              <TableCell numeric className="whitespace-nowrap">
                {row.smallestEffect ? `${row.smallestEffect.net} net` : "none could"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="max-w-prose px-3 py-2 text-xs text-muted">
        p: exact McNemar over gained and lost. q: Benjamini-Hochberg over these benchmarks, significant at
        0.05 or less. Smallest: net tasks that would reach p ≤ 0.05 with as many gained and lost together as
        here. Intervals: {Math.round(confidence * 100)} % score.
      </p>
    </div>
  );
}

/** A count of tasks, and how many of them rest on an errored attempt. */
function CountCell({ count, errored }: { count: number; errored: number }) {
  return (
    <TableCell numeric className="whitespace-nowrap">
      {count}
      {errored > 0 ? <span className="text-xs text-warn"> {errored} errored</span> : null}
    </TableCell>
  );
}
