import { StartJobButton } from "#components/maps/start-job-button.tsx";
import type { AbstractionSearchParams } from "#lib/abstraction/search-params.ts";
import type { OverallAbstraction } from "#lib/abstraction/view.ts";

type MeasureButtonProps = {
  params: AbstractionSearchParams;
  /** What is stored of each type and of all together. */
  measured: readonly OverallAbstraction[];
  activeJobId: string | null;
};

/** Measures what the page shows; nothing to press while the label is a tag that was not named. */
export function MeasureButton({ params, measured, activeJobId }: MeasureButtonProps) {
  const { label, tag, perplexity, measuredOn, space } = params;
  if (label === "tag" && !tag) return null;
  const input = { label, perplexity, on: measuredOn, ...(tag ? { tag } : {}), ...(space ? { space } : {}) };
  const known = measured.filter((each) => each !== null);
  const outdated = known.some((each) => !each.current);
  return (
    <StartJobButton
      kind="metrics"
      input={input}
      activeJobId={activeJobId}
      variant={known.length === 0 || outdated ? "primary" : "secondary"}
    >
      {known.length === 0 ? "Measure" : "Measure again"}
    </StartJobButton>
  );
}
