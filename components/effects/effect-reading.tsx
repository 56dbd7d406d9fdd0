import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { abstractionNames, formatAbstraction } from "./effect-names.ts";

type EffectReadingProps = {
  measure: AbstractionMeasure;
  median: number;
  memories: number;
  /** Name of the run without memory. */
  baseline: string;
};

/** How to read the plane and its table. */
export function EffectReading({ measure, median, memories, baseline }: EffectReadingProps) {
  return (
    <>
      <p className="text-muted">
        Dashed line = median {abstractionNames[measure]} ({formatAbstraction(median, measure)}) of the{" "}
        {memories.toLocaleString("en")} memories shown here;{" "}
        {measure === "lintFindings"
          ? "fewer findings = more abstract, so abstract lies to its left."
          : "abstract lies to its right."}
      </p>
      <p className="text-muted">
        Height = share passed of the attempts shown the memory, less that of {baseline} at the same tasks, in
        points. Colored = named at q ≤ .05, by benchmark; gray = may be chance. Size = number of tasks.
      </p>
      <p className="text-muted">
        Table: harmful first, then suspected, by q. In parentheses: tasks expected lost or gained by chance
        alone. Lost alone: no other memory was shown.
      </p>
    </>
  );
}
