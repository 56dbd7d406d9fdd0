import { Badge } from "#components/ui/badge.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { StepAlignment, StepPair } from "#lib/transfer/align-steps.ts";
import type { TrajectorySide } from "./schema.ts";
import { SideStep } from "./side-step.tsx";

type SidePanesProps = { base: TrajectorySide; candidate: TrajectorySide; alignment: StepAlignment };

/** Each side in a pane that scrolls by itself. */
export function SidePanes({ base, candidate, alignment }: SidePanesProps) {
  return (
    <div className="grid min-w-0 gap-2 md:grid-cols-2">
      <Pane side={base} indexOf={(row) => row.base} alignment={alignment} anchor="first-divergence" />
      <Pane side={candidate} indexOf={(row) => row.candidate} alignment={alignment} />
    </div>
  );
}

type PaneProps = {
  side: TrajectorySide;
  indexOf: (row: StepPair) => number | null;
  alignment: StepAlignment;
  /** Fragment of the first divergence: on one side alone. */
  anchor?: string;
};

function Pane({ side, indexOf, alignment: { rows, firstDivergence }, anchor }: PaneProps) {
  return (
    <ScrollRegion label={`Steps of the ${side.name.toLowerCase()}`} className="max-h-[80vh] overflow-y-auto">
      <ol className="flex min-w-0 flex-col gap-1.5">
        {rows.map((row, i) => {
          const index = indexOf(row);
          const isFirst = i === firstDivergence;
          if (index === null && !isFirst) return null;
          return (
            <li
              key={index ?? "divergence"}
              {...(isFirst && anchor ? { id: anchor } : {})}
              data-difference={!row.same && (rows[i - 1]?.same ?? true) ? "" : undefined}
              className="min-w-0"
            >
              {isFirst ? <Badge tone="warn">First divergence</Badge> : null}
              <SideStep side={side} index={index} open={isFirst} />
            </li>
          );
        })}
      </ol>
    </ScrollRegion>
  );
}
