import type { ReactNode } from "react";
import { MemoryVerdictBadge } from "#components/attribution/memory-verdict.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { RetrievedMemories } from "#components/runs/retrieved-memories.tsx";
import { describeEffect, describeLost } from "#lib/attribution/describe-attribution.ts";
import type { MemoryAttribution } from "#lib/attribution/memory-attribution.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import { TrialSide } from "./trial-side.tsx";

type Props = {
  pair: PairedTaskDetail;
  /** What is said of the memories that the candidate was shown, by id. */
  attribution: ReadonlyMap<string, MemoryAttribution>;
  attemptHref: (side: "base" | "candidate", attempt: number) => string;
};

/** Both open trials side by side, each with what it was shown. */
export function PairedTrials({ pair: { base, open, attempts }, attribution, attemptHref }: Props) {
  return (
    <DeprecationProvider>
      <div className="grid min-w-0 gap-3 md:grid-cols-2">
        <TrialSide
          title="Baseline"
          trial={open.base}
          attempts={attempts.base}
          attemptHref={(attempt) => attemptHref("base", attempt)}
        >
          {open.base.retrieved.length > 0 ? <Shown trial={open.base} /> : null}
        </TrialSide>
        <TrialSide
          title="Candidate"
          trial={open.candidate}
          attempts={attempts.candidate}
          attemptHref={(attempt) => attemptHref("candidate", attempt)}
        >
          <Shown
            trial={open.candidate}
            said={(memoryId) => <Said attribution={attribution.get(memoryId)} baseline={base.name} />}
          />
        </TrialSide>
      </div>
    </DeprecationProvider>
  );
}

function Shown({ trial, said }: { trial: TrialDetail; said?: (memoryId: string) => ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-semibold">Retrieved memories</h3>
      <RetrievedMemories rows={trial.retrieved} now={new Date().toISOString()} {...(said ? { said } : {})} />
    </div>
  );
}

/** One lost task says little of a memory: what all its tasks say. */
function Said({ attribution, baseline }: { attribution: MemoryAttribution | undefined; baseline: string }) {
  if (!attribution) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
      <MemoryVerdictBadge verdict={attribution.verdict} />
      {describeEffect(attribution, baseline)} {describeLost(attribution)}
    </p>
  );
}
