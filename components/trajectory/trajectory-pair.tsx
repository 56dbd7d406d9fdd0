"use client";
import { parseAsBoolean, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import type { StepAlignment } from "#lib/transfer/align-steps.ts";
import { AlignedRows } from "./aligned-rows.tsx";
import type { TrajectorySide } from "./schema.ts";
import { SidePanes } from "./side-panes.tsx";
import { StepTools } from "./step-tools.tsx";
import { TrajectorySearch } from "./trajectory-search.tsx";

type TrajectoryPairProps = {
  base: TrajectorySide;
  candidate: TrajectorySide;
  /** Its rows cut to those that are drawn. */
  alignment: StepAlignment;
  /** Places where the two differ, over all rows. */
  differences: number;
  /** Links to the text for agents, and whatever else belongs beside the title. */
  links: ReactNode;
};

/** Two trajectories: equal actions in one row and scrolled together, or each in a pane of its own. */
export function TrajectoryPair({ base, candidate, alignment, differences, links }: TrajectoryPairProps) {
  const [isTogether, setTogether] = useQueryState("together", parseAsBoolean.withDefault(true));
  const drawn = Math.max(base.steps.length, candidate.steps.length);
  return (
    <section aria-labelledby="steps-title" className="flex min-w-0 flex-col gap-1.5">
      <TrajectorySearch sides={[base, candidate]}>
        {(field) => (
          <>
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <h2 id="steps-title" className="text-sm font-semibold">
                Trajectories, equal actions side by side
              </h2>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {alignment.firstDivergence === null ? (
                  <span className="text-xs text-muted">The two trajectories never diverge.</span>
                ) : (
                  <a className="link text-xs" href="#first-divergence">
                    {differences === 1 ? "1 difference" : `${differences} differences`}: go to the first
                    divergence
                  </a>
                )}
                {field}
                <LabeledCheckbox
                  label="Scroll together"
                  className="text-xs"
                  checked={isTogether}
                  onChange={(event) => setTogether(event.target.checked)}
                />
                <StepTools drawn={drawn} />
                {links}
              </div>
            </div>
            {isTogether ? (
              <AlignedRows base={base} candidate={candidate} alignment={alignment} />
            ) : (
              <SidePanes base={base} candidate={candidate} alignment={alignment} />
            )}
          </>
        )}
      </TrajectorySearch>
    </section>
  );
}
