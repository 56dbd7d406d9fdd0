"use client";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Fragment, useRef, useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Table } from "#components/ui/table.tsx";
import { describeCell } from "#lib/matrix/describe-cell.ts";
import { describeFairItem, type FairItem } from "#lib/matrix/fair-check.ts";
import { formatDelta, formatValue } from "#lib/matrix/format-value.ts";
import { matrixNote } from "#lib/matrix/matrix-note.ts";
import type { GroupedMatrix } from "#lib/matrix/queries.ts";
import type { MatrixCell, MatrixRow, MatrixRun } from "#lib/matrix/schema.ts";
import { describeArm } from "#lib/runs/describe-arm.ts";
import { runTasksHref } from "#lib/runs/search-params.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { useGridKeys } from "./use-grid-keys.ts";

/** `fairness`: what is alike in a run and its baseline, and what is not, by run. */
type Props = { matrix: GroupedMatrix; fairness: ReadonlyMap<string, readonly FairItem[]> };

/** Benchmarks by runs. The cell with the focus, or under the pointer, is told in full in the line above. */
export function MatrixTable({ matrix, fairness }: Props) {
  const [told, setTold] = useState<string | null>(null);
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = useGridKeys(bodyRef, { rows: matrix.rows.length, columns: matrix.runs.length });
  const nameOf = new Map(matrix.runs.map((run) => [run.id, run.name]));
  const firstAverage = matrix.rows.findIndex((row) => row.kind !== "benchmark");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p aria-hidden className="min-h-8 text-xs text-muted sm:min-h-4">
        {told ??
          "Point at a cell for its interval, k/n and q. A cell opens the comparison with its baseline."}
      </p>
      <div className="rounded-md border border-line bg-surface">
        <Table label="Results matrix">
          <MatrixHead matrix={matrix} />
          <tbody ref={bodyRef} onKeyDown={onKeyDown}>
            {matrix.rows.map((row, y) => (
              <tr
                key={row.benchmark}
                className={cn("border-t border-line", y === firstAverage && "border-t-2")}
              >
                <th
                  scope="row"
                  className="sticky left-0 z-10 h-8 bg-surface px-3 text-left font-normal whitespace-nowrap"
                >
                  {row.kind === "benchmark" ? (
                    <BenchmarkMark name={row.benchmark} className="max-w-44" />
                  ) : (
                    <Average row={row} />
                  )}
                </th>
                {matrix.runs.map((run, x) => {
                  const cell = row.cells[x];
                  if (!cell) return <td key={run.id} />;
                  const baseline = run.baselineId
                    ? (nameOf.get(run.baselineId) ?? "the chosen baseline")
                    : null;
                  const doubts = doubtsOf(fairness.get(run.id) ?? [], row);
                  const text = [
                    describeCell({ run: run.name, baseline, row, cell, measure: matrix.measure }),
                    ...doubts,
                  ].join("; ");
                  return (
                    <td key={run.id} className="p-0 text-right">
                      <Link
                        href={hrefOf(run, row, matrix)}
                        data-cell={`${y}:${x}`}
                        aria-label={text}
                        className="flex h-8 items-center justify-end gap-1.5 px-3 whitespace-nowrap hover:bg-sunken focus-visible:-outline-offset-2"
                        onFocus={() => setTold(text)}
                        onPointerEnter={() => setTold(text)}
                      >
                        <CellText cell={cell} matrix={matrix} doubtful={doubts.length > 0} />
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="text-xs text-muted">{matrixNote(matrix).join(" ")}</p>
    </div>
  );
}

function MatrixHead({ matrix }: { matrix: GroupedMatrix }) {
  const grouped = matrix.groups.some((group) => group.label !== "");
  return (
    <thead className="bg-sunken text-xs text-muted">
      {grouped ? (
        <tr>
          <td className="sticky left-0 z-10 bg-sunken" />
          {matrix.groups.map((group) => (
            <th
              key={group.label}
              scope="colgroup"
              colSpan={group.runs}
              className="h-6 border-l border-line px-3 text-left font-medium whitespace-nowrap"
            >
              {group.label}
            </th>
          ))}
        </tr>
      ) : null}
      <tr>
        <th scope="col" className="sticky left-0 z-10 bg-sunken px-3 text-left font-medium">
          Benchmark
        </th>
        {matrix.runs.map((run) => (
          <th key={run.id} scope="col" className="min-w-24 px-3 py-1 text-right align-bottom font-medium">
            <Link className="line-clamp-3 hover:underline" href={`/runs/${run.id}`} title={titleOf(run)}>
              {run.name}
            </Link>
            {run.incomplete ? <Badge tone="warn">incomplete</Badge> : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function titleOf(run: MatrixRun): string {
  return [run.name, describeArm(run), run.model ?? "model not recorded"].join(", ");
}

function Average({ row }: { row: MatrixRow }) {
  return (
    <span className="font-medium">
      {row.benchmark}{" "}
      <span className="font-normal text-muted">{row.kind === "micro" ? "per task" : "per benchmark"}</span>
    </span>
  );
}

const arrows = { up: ["↑", "text-good"], down: ["↓", "text-bad"] } as const;

function CellText({
  cell,
  matrix,
  doubtful,
}: {
  cell: MatrixCell;
  matrix: GroupedMatrix;
  doubtful: boolean;
}) {
  const [arrow, tone] = cell.arrow ? arrows[cell.arrow] : ["", "text-muted"];
  return (
    <Fragment>
      {doubtful ? <TriangleAlert aria-hidden className="size-3 shrink-0 text-warn" /> : null}
      <span className={cell.value === null ? "text-muted" : undefined}>
        {formatValue(cell.value, matrix.measure)}
      </span>
      {cell.delta === null ? null : (
        <span className={cn("min-w-14 text-right text-xs", tone, cell.arrow && "font-medium")}>
          {formatDelta(cell.delta, matrix.measure)} <span className="inline-block w-2">{arrow}</span>
        </span>
      )}
    </Fragment>
  );
}

/** What differs between the two runs everywhere, and at this benchmark; what is unknown is told where they are compared. */
function doubtsOf(items: readonly FairItem[], row: MatrixRow): string[] {
  return items
    .filter((item) => item.state === "differs" && (!item.benchmark || item.benchmark === row.benchmark))
    .map(describeFairItem);
}

/** The comparison of the pair, narrowed to the benchmark; a run without a baseline opens by itself. */
function hrefOf(run: MatrixRun, row: MatrixRow, { measure }: GroupedMatrix): string {
  const benchmark = row.kind === "benchmark" ? row.benchmark : null;
  if (!run.baselineId) return runTasksHref(`/runs/${run.id}`, { benchmark });
  const pair = { base: run.baselineId, cand: run.id, k: measure.k };
  if (benchmark) return compareHref("/compare", { ...pair, tab: "tasks", benchmark });
  return compareHref("/compare", pair);
}
