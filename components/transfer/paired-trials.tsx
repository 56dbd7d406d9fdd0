import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import { TrialSide } from "./trial-side.tsx";

type Props = {
  pair: Pick<PairedTaskDetail, "open" | "attempts">;
  attemptHref: (side: "base" | "candidate", attempt: number) => string;
};

/** Both open trials side by side: run, attempts, metrics. */
export function PairedTrials({ pair: { open, attempts }, attemptHref }: Props) {
  return (
    <div className="grid min-w-0 gap-2 md:grid-cols-2">
      <TrialSide
        title="Baseline"
        trial={open.base}
        attempts={attempts.base}
        attemptHref={(attempt) => attemptHref("base", attempt)}
      />
      <TrialSide
        title="Candidate"
        trial={open.candidate}
        attempts={attempts.candidate}
        attemptHref={(attempt) => attemptHref("candidate", attempt)}
      />
    </div>
  );
}
