"use client";
import Link from "next/link";
import { memo, useRef } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { useVirtualRows } from "#components/data-table/use-virtual-rows.ts";
import { cn } from "#components/ui/class-names.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { HeatLine } from "#lib/matrix/arrange-heat.ts";
import type { MatrixRun } from "#lib/matrix/schema.ts";
import type { HeatCell, HeatRow } from "#lib/matrix/task-heat.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";
import { useGridKeys } from "./use-grid-keys.ts";

const rowHeight = 24;

type Props = {
  runs: readonly MatrixRun[];
  lines: readonly HeatLine[];
  /** Told of the cell with the focus or under the pointer. */
  onTell: (text: string) => void;
};

/** Tasks by runs, shaded by the share of attempts passed. Only the rows in view are drawn. */
export function HeatMap({ runs, lines, onTell }: Props) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const drawn = useVirtualRows(lines.length, rowHeight, scrollRef);
  const onKeyDown = useGridKeys(scrollRef, { rows: lines.length, columns: runs.length }, drawn.reveal);
  return (
    <ScrollRegion
      ref={scrollRef}
      label="Tasks by runs, scrolling"
      className="max-h-[max(20rem,calc(100dvh-12.5rem))] min-w-0 overflow-auto rounded-md border border-line bg-surface"
    >
      <table
        aria-label="Tasks by runs"
        aria-rowcount={lines.length + 1}
        className="w-full border-separate border-spacing-0 text-xs"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 h-10 bg-sunken px-3 text-left font-medium text-muted"
            >
              Task
            </th>
            {runs.map((run) => (
              <th
                key={run.id}
                scope="col"
                className="sticky top-0 z-10 max-w-28 min-w-14 bg-sunken px-1.5 py-1 align-bottom font-medium text-muted"
              >
                <Link className="line-clamp-2 hover:underline" href={`/runs/${run.id}`} title={run.name}>
                  {run.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.before > 0 ? <tr aria-hidden style={{ height: drawn.before }} /> : null}
          {lines.slice(drawn.from, drawn.to).map((line, index) =>
            line.kind === "benchmark" ? (
              <tr key={line.benchmark} style={{ height: rowHeight }}>
                <th scope="rowgroup" colSpan={runs.length + 1} className="px-3 text-left font-medium">
                  <span className="inline-flex items-center gap-2">
                    <BenchmarkMark name={line.benchmark} />
                    <span className="font-normal text-muted">{line.tasks}</span>
                  </span>
                </th>
              </tr>
            ) : (
              <TaskRow key={line.row.key} row={line.row} runs={runs} y={drawn.from + index} onTell={onTell} />
            ),
          )}
          {drawn.after > 0 ? <tr aria-hidden style={{ height: drawn.after }} /> : null}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = { row: HeatRow; runs: readonly MatrixRun[]; y: number; onTell: (text: string) => void };

/** Drawn anew only when it changes: pointing at cells changes what stands above the map, on every move. */
const TaskRow = memo(function TaskRow({ row, runs, y, onTell }: RowProps) {
  return (
    <tr style={{ height: rowHeight }} aria-rowindex={y + 2}>
      <th
        scope="row"
        title={row.taskName}
        className="sticky left-0 z-10 max-w-32 truncate bg-surface pr-2 pl-6 text-left font-normal sm:max-w-72"
      >
        {row.taskName}
      </th>
      {row.cells.map((cell, x) => {
        const run = runs[x];
        if (!run) return null;
        if (!cell) {
          return (
            <td key={run.id} className="text-center text-muted">
              <span aria-hidden>·</span>
              <span className="sr-only">not counted</span>
            </td>
          );
        }
        const text = `${row.taskName}, ${run.name}: ${cell.passed}/${cell.scored} passed${cell.errored > 0 ? `, ${cell.errored} errored` : ""}; opens ${cell.pairTaskId ? "the pair" : "the trial"}`;
        return (
          <td key={run.id} className="p-px">
            <Link
              href={hrefOf(run, cell)}
              prefetch={false}
              data-cell={`${y}:${x}`}
              aria-label={text}
              style={shadeOf(cell)}
              className={cn(
                "flex h-[22px] items-center justify-center rounded-xs tabular-nums",
                cell.passed === cell.scored && "text-on-accent",
                cell.errored > 0 && "underline decoration-dotted underline-offset-2",
              )}
              onFocus={() => onTell(text)}
              onPointerEnter={() => onTell(text)}
            >
              {cell.passed}/{cell.scored}
            </Link>
          </td>
        );
      })}
    </tr>
  );
});

/** The accent, the stronger the more attempts passed; between none and all never so strong that its text is hard to read. */
function shadeOf({ passed, scored }: HeatCell) {
  const share = passed === scored ? 100 : Math.round((passed / scored) * 55);
  return { background: `color-mix(in oklab, var(--accent) ${share}%, var(--surface))` };
}

function hrefOf(run: MatrixRun, cell: HeatCell): string {
  if (!run.baselineId || !cell.pairTaskId) return `/trials/${cell.trialId}`;
  return compareTaskHref("/compare/task", { base: run.baselineId, cand: run.id, task: cell.pairTaskId });
}
