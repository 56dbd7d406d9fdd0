import Link from "next/link";
import type { ReactNode } from "react";
import { AttemptLinks } from "#components/runs/attempt-links.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { TrialFacts } from "#components/runs/trial-facts.tsx";
import type { TrialDetail } from "#lib/runs/schema.ts";
import type { AttemptLink } from "#lib/transfer/schema.ts";

type Props = {
  title: "Baseline" | "Candidate";
  trial: TrialDetail;
  attempts: readonly AttemptLink[];
  attemptHref: (attempt: number) => string;
  children?: ReactNode;
};

/** One side of a pair: which run, which attempt is open, and what is known of it. */
export function TrialSide({ title, trial, attempts, attemptHref, children }: Props) {
  return (
    <section
      aria-label={`${title}: ${trial.runName}`}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-sm font-semibold">{title}</h2>
        <Link className="link wrap-anywhere" href={`/runs/${trial.runId}`}>
          {trial.runName}
        </Link>
        <OutcomeBadge outcome={trial.outcome} />
        <Link className="link text-xs" href={`/trials/${trial.id}`}>
          Open this trial<span className="sr-only"> of the {title.toLowerCase()}</span>
        </Link>
      </div>
      <AttemptLinks
        label={`Attempts of the ${title.toLowerCase()}`}
        attempts={attempts}
        current={trial.attempt}
        href={({ attempt }) => attemptHref(attempt)}
      />
      <TrialFacts trial={trial} />
      {children}
    </section>
  );
}
