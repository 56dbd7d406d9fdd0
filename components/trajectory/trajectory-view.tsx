import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { trialHref } from "#lib/runs/search-params.ts";
import { outlineSteps } from "#lib/runs/step-outline.ts";
import type { StepMark } from "./schema.ts";
import { TextLinks } from "./text-links.tsx";
import { TrajectorySingle } from "./trajectory-single.tsx";

const MORE = 300;

type Props = { trial: TrialDetail; limit: number; marks: Readonly<Record<number, readonly StepMark[]>> };

/** The first `limit` steps of a trial, folded; more on request, since a page of thousands of steps helps nobody. */
export function TrajectoryView({ trial, limit, marks }: Props) {
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
    <>
      <TrajectorySingle
        title={`Trajectory, ${trajectory.steps.length} steps`}
        format={trajectory.format}
        side={{ prefix: "step", name: "Trial", trialId: trial.id, steps: outlineSteps(shown), marks }}
        links={<TextLinks href={`/api/trials/${trial.id}`} />}
      />
      {rest > 0 ? (
        <Button asChild>
          <Link scroll={false} href={trialHref(`/trials/${trial.id}`, { steps: shown.length + MORE })}>
            Show {Math.min(MORE, rest)} more of {rest} steps
          </Link>
        </Button>
      ) : null}
    </>
  );
}

/** A shell word, so that the command can be pasted whatever the run is called. */
function quoted(name: string): string {
  return /^[\w.@/-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
