import { StartJobButton } from "#components/maps/start-job-button.tsx";
import { TypeBadge } from "#components/memories/type-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { paperAbstractionSource } from "#lib/abstraction/paper-values.ts";
import type { AbstractionSearchParams } from "#lib/abstraction/search-params.ts";
import type { AbstractionRow, OverallAbstraction } from "#lib/abstraction/view.ts";
import { AbstractionPicker } from "./abstraction-picker.tsx";

type AbstractionTableProps = {
  rows: readonly AbstractionRow[];
  overall: OverallAbstraction;
  params: AbstractionSearchParams;
  /** The space measured in, e.g. text-embedding-3-small/1536. */
  space: string | null;
  /** Tags to offer where the label is one. */
  tags: readonly string[];
  activeJobId: string | null;
};

const columns = [
  "n",
  "labels",
  "DBI",
  "DBI, shuffled",
  "DBI, paper",
  "LISI, mean",
  "LISI, median",
  "LISI, shuffled",
  "LISI, paper",
  "invariant share",
  "perplexity",
];

/** DBI and LISI of each type with intervals, beside what was published and what chance alone would give. */
export function AbstractionTable({ rows, overall, params, space, tags, activeJobId }: AbstractionTableProps) {
  const measured = [...rows.map((row) => row.measured), overall].filter((each) => each !== null);
  const outdated = measured.some((each) => !each.current);
  const { label, tag, perplexity, measuredOn } = params;
  const input = { label, perplexity, on: measuredOn, ...(tag ? { tag } : {}) };
  const onPlane = measuredOn === "map";
  return (
    <Card
      flush
      id="abstraction"
      title={`How mixed the ${label} labels are (DBI and LISI${onPlane ? ", on the plane" : ""})`}
      description={`Higher = more mixed = more abstract: memories of different labels lie among each other. ${
        onPlane
          ? "Measured on the 2-D maps: the layout's doing too, never to be compared with the values on the vectors."
          : "Measured on the vectors themselves, not on the map."
      }`}
      actions={
        space && (label !== "tag" || tag) ? (
          <StartJobButton kind="metrics" input={input} activeJobId={activeJobId}>
            {measured.length === 0 ? "Measure" : outdated ? "Measure again (out of date)" : "Measure again"}
          </StartJobButton>
        ) : null
      }
    >
      <AbstractionPicker tags={tags} />
      <Table label="DBI and LISI by type">
        <TableHead>
          <tr>
            <TableHeaderCell>Type</TableHeaderCell>
            {columns.map((name) => (
              <TableHeaderCell key={name} numeric>
                {name}
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {rows.map(({ type, measured: result, paper }) => (
            <MeasuredRow key={type} name={<TypeBadge type={type} />} measured={result} paper={paper} />
          ))}
          <MeasuredRow name="all together" measured={overall} paper={null} />
        </TableBody>
      </Table>
      <p className="max-w-4xl px-4 pb-3 text-xs text-muted">
        {space ? `Embedding space ${space}. ` : "Nothing is embedded yet. "}
        Under each value its 95 % interval: where the value of other pools lies on average that were drawn
        like this one, with as many memories of each label. Not that of an ever larger pool: both measures
        move with n. Shuffled = the mean with the same labels dealt out at random, the middle 95 % of it, and
        the value as a share of it: 100 % = no structure. Paper = {paperAbstractionSource}, over another pool
        and text-embedding-3-small: to read beside, not to reach. A raw LISI compares only between pools with
        the same labels, sizes and perplexity.
      </p>
    </Card>
  );
}

type MeasuredRowProps = {
  name: React.ReactNode;
  measured: OverallAbstraction;
  paper: AbstractionRow["paper"];
};

function MeasuredRow({ name, measured, paper }: MeasuredRowProps) {
  const lisi = measured?.lisi;
  const reasons = reasonsOf(measured);
  const clipped = lisi && lisi.perplexity < lisi.requestedPerplexity;
  const shuffled = measured?.dbiShuffled;
  return (
    <TableRow>
      <TableHeaderCell scope="row" className="sticky left-0 bg-surface py-1 text-left font-normal">
        <span className="flex flex-wrap items-center gap-1.5">
          {name}
          {measured?.current === false ? <Badge tone="warn">out of date</Badge> : null}
          {measured ? null : <span className="text-muted">not measured yet</span>}
        </span>
        {reasons.length > 0 ? <span className="block max-w-72 text-muted">{reasons.join(" ")}</span> : null}
      </TableHeaderCell>
      <TableCell numeric>{measured?.n.toLocaleString("en") ?? "–"}</TableCell>
      <TableCell numeric>{measured ? <LabelSizes labels={measured.labels} /> : "–"}</TableCell>
      <Measured value={measured?.dbi} interval={measured?.dbiInterval} strong />
      <Measured value={shuffled?.mean} interval={shuffled} share={measured?.dbiOfShuffled} />
      <Measured value={paper?.dbi} quiet />
      <Measured value={lisi?.mean} interval={lisi?.interval} strong />
      <Measured value={lisi?.median} />
      <Measured
        value={lisi?.randomLabelMean}
        interval={lisi && { low: lisi.randomLabelInterval[0], high: lisi.randomLabelInterval[1] }}
        share={lisi?.ofRandomLabels}
      />
      <Measured value={paper?.lisi} quiet />
      <Measured value={measured?.invariantShare?.mean} />
      <TableCell numeric>
        {lisi ? lisi.perplexity : "–"}
        {clipped ? <span className="text-warn"> (clipped from {lisi.requestedPerplexity})</span> : null}
      </TableCell>
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

type MeasuredProps = {
  value: number | null | undefined;
  interval?: { low: number; high: number } | null | undefined;
  /** The measured value as a share of this one. */
  share?: number | null | undefined;
  strong?: boolean;
  quiet?: boolean;
};

/** A value with its interval under it; a dash for what is not there. */
function Measured({ value, interval, share, strong, quiet }: MeasuredProps) {
  return (
    <TableCell numeric className={strong ? "font-medium" : quiet ? "text-muted" : undefined}>
      {value?.toFixed(2) ?? "–"}
      {interval ? (
        <span className="block text-xs font-normal whitespace-nowrap text-muted">
          {interval.low.toFixed(2)} to {interval.high.toFixed(2)}
        </span>
      ) : null}
      {share == null ? null : (
        <span className="block text-xs font-normal whitespace-nowrap text-muted">
          value is {(100 * share).toFixed(0)} % of it
        </span>
      )}
    </TableCell>
  );
}

/** How many labels, and on asking how many memories each. */
function LabelSizes({ labels }: { labels: Record<string, number> }) {
  const entries = Object.entries(labels);
  return (
    <details>
      <summary className="inline-block min-h-6 content-center text-accent">{entries.length}</summary>
      <ul className="text-xs whitespace-nowrap">
        {entries.map(([name, count]) => (
          <li key={name}>
            {name} {count.toLocaleString("en")}
          </li>
        ))}
      </ul>
    </details>
  );
}
