import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { trialHref } from "#lib/runs/search-params.ts";
import { StepTools } from "./step-tools.tsx";
import { StepView } from "./step-view.tsx";

const MORE = 100;

/** The first `limit` steps of a trial, folded; more on request, since a page of thousands of steps helps nobody. */
export function TrajectoryView({ trial, limit }: { trial: TrialDetail; limit: number }) {
  const { trajectory } = trial;
  if (!trajectory) {
    return (
      <EmptyState
        title="No trajectory"
        command={`npx carryover import ./jobs --run ${quoted(trial.runName)}`}
      >
        Only the outcome of this trial is known. Import the agent's trajectory file to read its steps.
      </EmptyState>
    );
  }
  const shown = trajectory.steps.slice(0, Math.max(1, limit));
  const rest = trajectory.steps.length - shown.length;
  return (
    <section aria-labelledby="trajectory-title" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="trajectory-title" className="text-sm font-semibold">
          Trajectory, {trajectory.steps.length} steps{" "}
          <span className="font-normal text-muted">({trajectory.format})</span>
        </h2>
        <StepTools />
      </div>
      <ol className="flex min-w-0 flex-col gap-1.5">
        {shown.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the trajectory is what a step is known by.
          <li key={i} className="min-w-0">
            <StepView step={step} number={i + 1} anchor={`step-${i + 1}`} trialId={trial.id} />
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <Button asChild>
          <Link scroll={false} href={trialHref(`/trials/${trial.id}`, { steps: shown.length + MORE })}>
            Show {Math.min(MORE, rest)} more of {rest} steps
          </Link>
        </Button>
      ) : null}
    </section>
  );
}

/** A shell word, so that the command can be pasted whatever the run is called. */
function quoted(name: string): string {
  return /^[\w.@/-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
