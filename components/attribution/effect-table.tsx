import Link from "next/link";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import {
  type AbstractionEffect,
  type AbstractionMeasure,
  isAbstract,
} from "#lib/attribution/abstraction-effects.ts";
import { formatP, formatPoints } from "#lib/transfer/format.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { abstractionNames } from "./effect-names.ts";
import { MemoryVerdictBadge, WhyUnnamed } from "./memory-verdict.tsx";

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
          <TableHeaderCell numeric>lost / gained / tasks</TableHeaderCell>
          <TableHeaderCell numeric>by chance</TableHeaderCell>
          <TableHeaderCell numeric>lost alone / with others</TableHeaderCell>
          <TableHeaderCell numeric>q</TableHeaderCell>
          <TableHeaderCell>Verdict</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <EffectRow key={row.memoryId} {...{ row, measure, median, base, candidate }} />
        ))}
      </TableBody>
    </Table>
  );
}

type EffectRowProps = Omit<EffectTableProps, "rows"> & { row: AbstractionEffect };

function EffectRow({ row, measure, median, base, candidate }: EffectRowProps) {
  const value = row.abstraction[measure];
  const abstract = isAbstract(row, measure, median);
  const tasks = { base, cand: candidate, tab: "tasks", memory: row.memoryId } as const;
  return (
    <TableRow>
      <TableCell className="min-w-56">
        <Link href={`/memories/${row.memoryId}`} className="link line-clamp-2 wrap-anywhere">
          {row.title}
        </Link>
        {row.lifecycle === "active" ? null : <span className="text-xs text-muted">{row.lifecycle}</span>}
        <WhyUnnamed alike={row.alikeNamed} rival={row.rivalNamed} restsOnErrors={row.restsOnErrors} />
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
      <TableCell numeric className="font-medium whitespace-nowrap">
        {formatPoints(row.effect)}
      </TableCell>
      <TableCell numeric>
        <Link className="link" href={compareHref("/compare", tasks)}>
          {row.lost} / {row.gained} / {row.tasks}
        </Link>
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-muted">
        {row.lostByChance.toFixed(1)} / {row.gainedByChance.toFixed(1)}
      </TableCell>
      <TableCell numeric>
        {row.lostAlone} / {row.lost - row.lostAlone}
      </TableCell>
      <TableCell numeric>{row.q === null ? "–" : formatP(row.q)}</TableCell>
      <TableCell className="whitespace-nowrap">
        <MemoryVerdictBadge
          verdict={row.verdict}
          prefix={abstract === null ? "" : abstract ? "abstract and " : "specific and "}
        />
      </TableCell>
    </TableRow>
  );
}
