"use client";
import { type PointerEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { formatMeasure, type MapMeasure, measureWords } from "#lib/maps/map-measures.ts";
import type { Histogram } from "./cross-filter.ts";

type Ends = { low: number; high: number };
type MeasureHistogramProps = {
  measure: MapMeasure;
  /** null = no value is known. */
  histogram: Histogram | null;
  range: Ends | null;
  /** null takes the range away. */
  onRangeChange: (range: Ends | null) => void;
};

const [width, height] = [200, 48];

/** One measure's distribution: gray all, colored what passes the other filters. A drag or the two fields set a range. */
export function MeasureHistogram({ measure, histogram, range, onRangeChange }: MeasureHistogramProps) {
  const { title, explain } = measureWords[measure];
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 flex w-full items-center justify-between text-xs font-medium text-muted">
        <span className="first-letter:uppercase" title={explain}>
          {title}
        </span>
      </legend>
      {histogram ? (
        <>
          <Bars histogram={histogram} range={range} onRangeChange={onRangeChange} />
          <RangeFields
            measure={measure}
            edges={histogram.edges}
            range={range}
            onRangeChange={onRangeChange}
          />
          <HistogramTable measure={measure} histogram={histogram} />
        </>
      ) : (
        <p className="text-xs text-muted">{unknownReason(measure)}</p>
      )}
    </fieldset>
  );
}

function unknownReason(measure: MapMeasure): string {
  const ofRuns: readonly MapMeasure[] = ["effect", "effectQ", "effectTasks", "netTasks"];
  if (ofRuns.includes(measure)) return "No run with memory to measure it from.";
  return "Not measured yet: press Measure below.";
}

function Bars({
  histogram,
  range,
  onRangeChange,
}: Omit<MeasureHistogramProps, "measure" | "histogram"> & { histogram: Histogram }) {
  const { edges, all, shown } = histogram;
  const start = useRef<number | null>(null);
  const first = edges[0] ?? 0;
  const span = (edges.at(-1) ?? 1) - first;
  // Roots of the counts: a bin of one beside a bin of a thousand is still to be seen.
  const most = Math.sqrt(Math.max(1, ...all));
  const bar = width / all.length;
  const xOf = (value: number) => Math.max(0, Math.min(width, ((value - first) / span) * width));

  function valueAt(event: PointerEvent<SVGSVGElement>): number {
    const box = event.currentTarget.getBoundingClientRect();
    return first + span * Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
  }
  function drag(event: PointerEvent<SVGSVGElement>) {
    if (start.current === null) return;
    const value = valueAt(event);
    onRangeChange({ low: Math.min(start.current, value), high: Math.max(start.current, value) });
  }
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
      className="h-12 w-full cursor-col-resize touch-none rounded-sm bg-sunken"
      onPointerDown={(event) => {
        start.current = valueAt(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    >
      {range ? (
        <rect
          x={xOf(range.low)}
          width={Math.max(1, xOf(range.high) - xOf(range.low))}
          height={height}
          className="fill-accent-soft"
        />
      ) : null}
      {all.map((count, bin) => {
        const barHeight = (of: number) => (height - 2) * (Math.sqrt(of) / most);
        return (
          <g key={edges[bin]}>
            <rect
              x={bin * bar}
              width={Math.max(0.5, bar - 1)}
              y={height - barHeight(count)}
              height={barHeight(count)}
              className="fill-line-strong opacity-40"
            />
            <rect
              x={bin * bar}
              width={Math.max(0.5, bar - 1)}
              y={height - barHeight(shown[bin] ?? 0)}
              height={barHeight(shown[bin] ?? 0)}
              className="fill-accent"
            />
          </g>
        );
      })}
    </svg>
  );
}

function RangeFields({
  measure,
  edges,
  range,
  onRangeChange,
}: Omit<MeasureHistogramProps, "histogram"> & { edges: readonly number[] }) {
  const { title, whole } = measureWords[measure];
  const ends = { low: edges[0] ?? 0, high: edges.at(-1) ?? 1 };
  function set(end: "low" | "high", text: string) {
    const value = text === "" ? ends[end] : Number(text);
    const next = { ...ends, ...range, [end]: value };
    if (Number.isFinite(value)) {
      onRangeChange({ low: Math.min(next.low, next.high), high: Math.max(next.low, next.high) });
    }
  }
  return (
    <div className="flex items-center gap-1 text-xs">
      {(["low", "high"] as const).map((end) => (
        <Input
          // Drawn anew when a drag moves the end: what is typed stays while it is typed.
          key={`${end}${range?.[end] ?? ""}`}
          type="number"
          step={whole ? 1 : "any"}
          aria-label={`${title}, ${end === "low" ? "from" : "to"}`}
          className="h-6 min-w-0 px-1 text-xs"
          placeholder={formatMeasure(measure, ends[end])}
          defaultValue={range && Number.isFinite(range[end]) ? Number(range[end].toFixed(3)) : ""}
          onBlur={(event) => {
            if (event.target.value !== event.target.defaultValue) set(end, event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") set(end, event.currentTarget.value);
          }}
        />
      ))}
      <Button
        size="small"
        variant="ghost"
        disabled={!range}
        aria-label={`all of ${title}`}
        onClick={() => onRangeChange(null)}
      >
        all
      </Button>
    </div>
  );
}

function HistogramTable({ measure, histogram }: { measure: MapMeasure; histogram: Histogram }) {
  const { edges, all, shown, unknown, unknownShown } = histogram;
  const { title } = measureWords[measure];
  return (
    <details className="text-xs">
      <summary className="inline-block min-h-6 content-center text-accent">Numbers of {title}</summary>
      <Table label={`Distribution of ${title}`} className="text-xs">
        <TableHead>
          <tr>
            <TableHeaderCell>from</TableHeaderCell>
            <TableHeaderCell numeric>shown</TableHeaderCell>
            <TableHeaderCell numeric>all</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {all.map((count, bin) => (
            <TableRow key={edges[bin]}>
              <TableCell>{formatMeasure(measure, edges[bin] ?? 0)}</TableCell>
              <TableCell numeric>{shown[bin]}</TableCell>
              <TableCell numeric>{count}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell>unknown</TableCell>
            <TableCell numeric>{unknownShown}</TableCell>
            <TableCell numeric>{unknown}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </details>
  );
}
