import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { formatDelta, formatReach, formatValue } from "#lib/matrix/format-value.ts";
import { isShare } from "#lib/matrix/measure-tasks.ts";
import { nameMeasure } from "#lib/matrix/name-measure.ts";
import type { CurveField, CurveRun } from "#lib/matrix/run-origins.ts";
import type { MatrixCell, Measure } from "#lib/matrix/schema.ts";
import { formatDifference } from "#lib/transfer/format.ts";
import { FactChart } from "./fact-chart.tsx";

const titles: Record<CurveField, string> = {
  poolSize: "Pool size",
  domains: "Domain diversity: benchmarks in the pool",
  retrieval: "Retrieval method",
  scope: "Scope: in-domain against cross-domain memory",
  generator: "Generator by consumer model",
};

/** Where a fact comes from when no run has it. */
const sources: Record<CurveField, string> = {
  poolSize:
    "State it on a run's page (Edit run facts), give pool_size in the imported configuration, or cite a release.",
  domains: "It is read from the memories shown; or state it on a run's page (Edit run facts).",
  retrieval: "State it on a run's page (Edit run facts), or give retrieval in the imported configuration.",
  scope:
    "It is told from the benchmarks of the memories shown when a run is imported with its retrieval logs.",
  generator:
    "It is read from the memories shown where one model wrote them all; or state it on a run's page.",
};

/** The runs with memory over one fact: a curve where it is a number, and always the table of its numbers. */
export function FactSection({
  field,
  runs,
  measure,
}: {
  field: CurveField;
  runs: readonly CurveRun[];
  measure: Measure;
}) {
  const known = runs
    .filter((each) => each.facts[field] !== undefined)
    .toSorted((a, b) => compareFacts(a, b, field));
  const missing = runs.length - known.length;
  if (known.length === 0) {
    return (
      <Card title={titles[field]}>
        <p className="text-sm text-muted">No run with memory says this. {sources[field]}</p>
      </Card>
    );
  }
  const isNumber = known.every((each) => typeof each.facts[field]?.value === "number");
  const isCurve = isNumber && new Set(known.map((each) => each.facts[field]?.value)).size > 1;
  return (
    <Card
      title={titles[field]}
      description={
        missing > 0 ? `Unknown for ${missing} of ${runs.length} runs. ${sources[field]}` : undefined
      }
    >
      {isCurve ? (
        <FactChart
          label={titles[field]}
          points={known.flatMap((each) => pointOf(each, field))}
          measure={nameMeasure(measure)}
        />
      ) : null}
      <Table label={titles[field]} className="[&_td]:whitespace-nowrap [&_:is(td,th)]:px-2">
        <TableHead>
          <tr>
            <TableHeaderCell numeric={isNumber}>
              {field === "generator" ? "Memories by" : titles[field].split(":")[0]}
            </TableHeaderCell>
            {field === "generator" ? <TableHeaderCell>Used by</TableHeaderCell> : null}
            <TableHeaderCell>Run</TableHeaderCell>
            <TableHeaderCell numeric>{nameMeasure(measure)}, micro</TableHeaderCell>
            <TableHeaderCell numeric>Difference</TableHeaderCell>
            <TableHeaderCell numeric>Macro</TableHeaderCell>
            <TableHeaderCell>Read from</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {known.map(({ run, facts, micro, macro }) => (
            <TableRow key={run.id}>
              <TableCell numeric={isNumber}>{facts[field]?.value}</TableCell>
              {field === "generator" ? <TableCell>{run.model ?? "not recorded"}</TableCell> : null}
              <TableCell>
                <Link className="link" href={`/runs/${run.id}`}>
                  {run.name}
                </Link>
              </TableCell>
              <TableCell numeric title={micro ? formatReach(micro, measure) : undefined}>
                {formatValue(micro?.value ?? null, measure)}
              </TableCell>
              <TableCell numeric>{micro ? differenceText(micro, measure) : "–"}</TableCell>
              <TableCell numeric>{formatValue(macro?.value ?? null, measure)}</TableCell>
              <TableCell className="text-muted">{facts[field]?.from}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function differenceText(cell: MatrixCell, measure: Measure): string {
  if (cell.delta === null) return "–";
  return isShare(measure) ? formatDifference(cell) : formatDelta(cell.delta, measure);
}

function pointOf({ run, facts, micro }: CurveRun, field: CurveField) {
  const x = facts[field]?.value;
  if (typeof x !== "number" || !micro || micro.delta === null) return [];
  return { x, y: micro.delta, ci: micro.ci, name: run.name };
}

function compareFacts(a: CurveRun, b: CurveRun, field: CurveField): number {
  const [left, right] = [a.facts[field]?.value ?? "", b.facts[field]?.value ?? ""];
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), "en") || a.run.name.localeCompare(b.run.name, "en");
}
