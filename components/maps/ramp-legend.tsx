"use client";
import type { Domain } from "#components/scatter/number-ramp.ts";
import { formatMeasure, type MapMeasure, measureWords } from "#lib/maps/map-measures.ts";
import { rampKind } from "./map-look.ts";
import { rampCss } from "./ramp-css.ts";

/** What the colors of a number mean; its ends are the hundredths, so farther values have the end's color. */
export function RampLegend({ measure, domain }: { measure: MapMeasure; domain: Domain }) {
  const { gradient, missing } = rampCss(rampKind(measure));
  const { title, explain } = measureWords[measure];
  return (
    <div className="flex h-6 min-w-0 items-center gap-x-3 text-xs whitespace-nowrap">
      <span className="font-medium first-letter:uppercase">{title}</span>
      <span className="inline-flex items-center gap-2">
        {formatMeasure(measure, domain[0])}
        <span
          aria-hidden
          data-slot="ramp"
          className="h-3 w-40 rounded-sm border border-line"
          style={{ background: gradient }}
        />
        {formatMeasure(measure, domain[1])}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span
          aria-hidden
          className="size-3 rounded-full border border-line-strong"
          style={{ background: missing }}
        />
        unknown
      </span>
      <span className="truncate text-muted" title={explain}>
        {explain}
      </span>
    </div>
  );
}
