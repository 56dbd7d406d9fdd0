import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { typeName } from "#components/maps/type-mark.ts";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { type AbstractionSearchParams, abstractionHref } from "#lib/abstraction/search-params.ts";
import type { AbstractionRow, OverallAbstraction } from "#lib/abstraction/view.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { HowToRead } from "./how-to-read.tsx";
import { ShareCell, ValueCell } from "./measured-cells.tsx";

type AbstractionTableProps = {
  rows: readonly AbstractionRow[];
  overall: OverallAbstraction;
  params: AbstractionSearchParams;
  /** The space measured in, e.g. text-embedding-3-small/1536. */
  space: string;
};

const columns = [
  ["n", "n"],
  ["lisi", "LISI"],
  ["lisi-shuffled", "of shuffled"],
  ["lisi-paper", "paper"],
  ["dbi", "DBI"],
  ["dbi-shuffled", "of shuffled"],
  ["dbi-paper", "paper"],
  ["invariant", "invariant"],
] as const;

/** DBI and LISI of each type with intervals, as a share of what chance alone would give, beside what was published. */
export function AbstractionTable({ rows, overall, params, space }: AbstractionTableProps) {
  const all = [
    ...rows.map((row) => ({ ...row, type: row.type as ProjectedType })),
    { type: "all" as const, measured: overall, paper: null },
  ];
  const reasons = all.flatMap(({ type, measured }) =>
    reasonsOf(measured).map((reason) => `${typeName(type)}: ${reason}`),
  );
  return (
    <Card
      flush
      title={`How mixed the ${params.label} labels are${params.measuredOn === "map" ? ", on the plane" : ""}`}
      description={
        params.measuredOn === "map"
          ? "These values reflect the layout too: never compare them with values on the vectors."
          : undefined
      }
    >
      <Table label="DBI and LISI by type">
        <TableHead>
          <tr>
            <TableHeaderCell className="px-2">Type</TableHeaderCell>
            {columns.map(([id, name]) => (
              <TableHeaderCell key={id} numeric className="px-2">
                {name}
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {all.map((row) => (
            <MeasuredRow key={row.type} {...row} params={params} />
          ))}
        </TableBody>
      </Table>
      {reasons.length > 0 ? (
        <ul className="px-4 text-xs text-muted">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <HowToRead space={space} />
    </Card>
  );
}

type MeasuredRowProps = {
  type: ProjectedType;
  measured: OverallAbstraction;
  paper: AbstractionRow["paper"];
  params: AbstractionSearchParams;
};

function MeasuredRow({ type, measured, paper, params }: MeasuredRowProps) {
  const lisi = measured?.lisi;
  const chosen = params.type === type;
  return (
    <TableRow className={cn(chosen && "bg-accent-soft")}>
      <TableHeaderCell
        scope="row"
        className={cn(
          "sticky left-0 px-2 text-left font-normal whitespace-nowrap",
          chosen ? "bg-accent-soft" : "bg-surface",
        )}
      >
        <Link
          href={abstractionHref("/abstraction", { ...params, type: chosen ? null : type })}
          scroll={false}
          aria-current={chosen ? "true" : undefined}
          className="link"
        >
          {typeName(type)}
        </Link>{" "}
        {measured?.current === false ? (
          <span title="The pool has changed since. Measure again.">
            <TriangleAlert role="img" aria-label="out of date" className="inline size-3.5 text-warn" />
          </span>
        ) : null}
        {measured ? null : <span className="text-muted">not measured yet</span>}
      </TableHeaderCell>
      <TableCell numeric className="px-2">
        {measured?.n.toLocaleString("en") ?? "–"}
      </TableCell>
      <ValueCell value={lisi?.mean} interval={lisi?.interval} strong />
      <ShareCell share={lisi?.ofRandomLabels} />
      <ValueCell value={paper?.lisi} quiet />
      <ValueCell value={measured?.dbi} interval={measured?.dbiInterval} strong />
      <ShareCell share={measured?.dbiOfShuffled} />
      <ValueCell value={paper?.dbi} quiet />
      <ValueCell value={measured?.invariantShare?.mean} />
    </TableRow>
  );
}

/** Why something is not there, each sentence once. */
function reasonsOf(measured: OverallAbstraction): string[] {
  const reasons = [
    measured?.dbiUndefinedBecause,
    measured?.lisiUndefinedBecause,
    measured?.dbiNoIntervalBecause && `DBI: ${measured.dbiNoIntervalBecause}`,
    measured?.lisi?.noIntervalBecause && `LISI: ${measured.lisi.noIntervalBecause}`,
  ];
  return reasons.filter((reason) => typeof reason === "string");
}
