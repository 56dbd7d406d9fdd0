import Link from "next/link";
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
};

/** One side of a pair in two lines: which run and attempt is open, and its metrics. */
export function TrialSide({ title, trial, attempts, attemptHref }: Props) {
  return (
    <section
      aria-label={`${title}: ${trial.runName}`}
      className="flex min-w-0 flex-col gap-1 rounded-md border border-line bg-surface px-2 py-1"
    >
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm md:flex-nowrap">
        <h2 className="font-semibold">{title}</h2>
        <Link className="link min-w-0 truncate" href={`/runs/${trial.runId}`} title={trial.runName}>
          {trial.runName}
        </Link>
        <OutcomeBadge outcome={trial.outcome} />
        <span className="flex shrink-0 items-center gap-2 md:ml-auto">
          <AttemptLinks
            label={`Attempts of the ${title.toLowerCase()}`}
            attempts={attempts}
            current={trial.attempt}
            href={({ attempt }) => attemptHref(attempt)}
          />
          <Link className="link text-xs" href={`/trials/${trial.id}`}>
            Trial<span className="sr-only"> of the {title.toLowerCase()}</span>
          </Link>
        </span>
      </div>
      <TrialFacts trial={trial} />
    </section>
  );
}
