import { CURVE_FIELDS, type CurveRun } from "#lib/matrix/run-origins.ts";
import type { Measure } from "#lib/matrix/schema.ts";
import { FactSection } from "./fact-section.tsx";

/** The runs with memory over what is known of them: one part for each fact. */
export function CurvesView({ runs, measure }: { runs: readonly CurveRun[]; measure: Measure }) {
  return (
    <div className="grid min-w-0 grid-cols-1 items-start gap-3">
      {CURVE_FIELDS.map((field) => (
        <FactSection key={field} field={field} runs={runs} measure={measure} />
      ))}
      <p className="text-xs text-muted">
        Runs differ in more than one fact: a curve shows what goes together, not what causes what.
      </p>
    </div>
  );
}
