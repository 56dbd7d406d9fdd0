import { typeName } from "#components/maps/type-mark.ts";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { AbstractionRow, OverallAbstraction } from "#lib/abstraction/view.ts";
import { ValueCell } from "./measured-cells.tsx";

type AbstractionDetailsProps = {
  rows: readonly AbstractionRow[];
  overall: OverallAbstraction;
};

const columns = ["LISI, shuffled", "LISI, median", "DBI, shuffled", "perplexity", "labels"];

/** What the values stand beside (shuffled labels), and what they were taken with. */
export function AbstractionDetails({ rows, overall }: AbstractionDetailsProps) {
  const all = [
    ...rows.map(({ type, measured }) => ({ name: typeName(type), measured })),
    { name: typeName("all"), measured: overall },
  ];
  return (
    <Card flush title="Behind the numbers">
      <Table label="Shuffled labels, medians and label sizes">
        <TableHead>
          <tr>
            <TableHeaderCell>Type</TableHeaderCell>
            {columns.map((name) => (
              <TableHeaderCell key={name} numeric={name !== "labels"}>
                {name}
              </TableHeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {all.map((row) => (
            <DetailRow key={row.name} {...row} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function DetailRow({ name, measured }: { name: string; measured: OverallAbstraction }) {
  const lisi = measured?.lisi;
  const clipped = lisi && lisi.perplexity < lisi.requestedPerplexity;
  return (
    <TableRow>
      <TableHeaderCell
        scope="row"
        className="sticky left-0 bg-surface text-left font-normal whitespace-nowrap"
      >
        {name}
      </TableHeaderCell>
      <ValueCell
        value={lisi?.randomLabelMean}
        interval={lisi && { low: lisi.randomLabelInterval[0], high: lisi.randomLabelInterval[1] }}
      />
      <ValueCell value={lisi?.median} />
      <ValueCell value={measured?.dbiShuffled?.mean} interval={measured?.dbiShuffled} />
      <TableCell numeric className="whitespace-nowrap">
        {lisi ? lisi.perplexity : "–"}
        {clipped ? <span className="text-warn"> (clipped from {lisi.requestedPerplexity})</span> : null}
      </TableCell>
      <LabelSizes labels={measured?.labels ?? {}} />
    </TableRow>
  );
}

/** "10: Aider Polyglot 56, DevEval 35, ..." on one line; all of it on asking. */
function LabelSizes({ labels }: { labels: Record<string, number> }) {
  const sizes = Object.entries(labels).map(([name, count]) => `${name} ${count.toLocaleString("en")}`);
  const text = sizes.length > 0 ? `${sizes.length}: ${sizes.join(", ")}` : "–";
  return (
    <TableCell className="w-full max-w-0 min-w-60 truncate text-xs text-muted" title={text}>
      {text}
    </TableCell>
  );
}
