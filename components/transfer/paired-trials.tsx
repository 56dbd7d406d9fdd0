import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { RetrievedMemories } from "#components/runs/retrieved-memories.tsx";
import type { TrialDetail } from "#lib/runs/schema.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import { TrialSide } from "./trial-side.tsx";

type Props = {
  pair: PairedTaskDetail;
  attemptHref: (side: "base" | "candidate", attempt: number) => string;
};

/** Both open trials side by side, each with what it was shown. */
export function PairedTrials({ pair: { open, attempts }, attemptHref }: Props) {
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
          <Shown trial={open.candidate} />
        </TrialSide>
      </div>
    </DeprecationProvider>
  );
}

function Shown({ trial }: { trial: TrialDetail }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-semibold">Retrieved memories</h3>
      <RetrievedMemories rows={trial.retrieved} now={new Date().toISOString()} />
    </div>
  );
}
