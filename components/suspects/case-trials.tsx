import Link from "next/link";
import { MemoryUseLine } from "#components/attribution/memory-use.tsx";
import { AttemptLinks } from "#components/runs/attempt-links.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { EvidenceBadge } from "#components/transfer/evidence-badge.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import {
  type ExcerptStep,
  excerptSteps,
  markSteps,
  type StepMark,
} from "#lib/attribution/cases/case-excerpt.ts";
import type { CaseTask } from "#lib/attribution/cases/schema.ts";
import { caseHref } from "#lib/attribution/cases/search-params.ts";
import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";

type Props = {
  pair: PairedTaskDetail;
  task: CaseTask;
  /** What the open attempt of the candidate did with the memories of the case. */
  evidence: readonly MemoryEvidence[];
  /** The whole comparison of the two trials. */
  fullHref: string;
  attemptHref: (side: "base" | "candidate", attempt: number) => string;
};

/** The trials of one task beside each other: where they part and how they end. */
export function CaseTrials({ pair, task, evidence, fullHref, attemptHref }: Props) {
  const { open, alignment, base, candidate } = pair;
  const steps = [open.base.trajectory?.steps, open.candidate.trajectory?.steps] as const;
  return (
    <section aria-label={`Trials of ${task.taskName}`} className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="min-w-0 truncate text-sm font-semibold" title={task.taskName}>
          {task.taskName}
        </h2>
        <EvidenceBadge task={task} />
        <Button asChild size="small">
          <Link href={fullHref}>All steps, aligned</Link>
        </Button>
      </div>
      {evidence.map((each) => (
        <MemoryUseLine key={each.rank} evidence={each} side="cand" />
      ))}
      <OthersShown task={task} base={base.id} candidate={candidate.id} />
      <div className="grid min-w-0 gap-1.5 md:grid-cols-2">
        <Trial pair={pair} side="base" attemptHref={attemptHref} />
        <Trial pair={pair} side="candidate" attemptHref={attemptHref} />
      </div>
      {alignment && steps[0] && steps[1] ? (
        <Excerpt
          rows={excerptSteps(alignment, steps[0], steps[1], markSteps(evidence))}
          base={open.base.id}
          candidate={open.candidate.id}
        />
      ) : (
        <EmptyState title="No trajectories to compare" command="npx carryover import ./jobs">
          At least one of the two attempts has no trajectory. Import the agent's trajectory files.
        </EmptyState>
      )}
    </section>
  );
}

type TrialProps = Pick<Props, "pair" | "attemptHref"> & { side: "base" | "candidate" };

/** Which attempt of a run is open, and what came of it. */
function Trial({ pair: { open, attempts }, side, attemptHref }: TrialProps) {
  const trial = open[side];
  const name = side === "base" ? "Baseline" : "Candidate";
  return (
    <section
      aria-label={`${name}: ${trial.runName}`}
      className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line bg-surface px-2 py-1 text-sm"
    >
      <h3 className="font-semibold">{name}</h3>
      <OutcomeBadge outcome={trial.outcome} />
      <AttemptLinks
        label={`Attempts of the ${name.toLowerCase()}`}
        attempts={attempts[side]}
        current={trial.attempt}
        href={({ attempt }) => attemptHref(side, attempt)}
      />
      <Link className="link ml-auto text-xs" href={`/trials/${trial.id}`}>
        Trial<span className="sr-only"> of the {name.toLowerCase()}</span>
      </Link>
    </section>
  );
}

function OthersShown({ task, base, candidate }: { task: CaseTask; base: string; candidate: string }) {
  if (task.others.length === 0) return null;
  return (
    <p className="text-xs text-muted">
      Also shown:{" "}
      {task.others.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <Link
            className="link wrap-anywhere [unicode-bidi:isolate]"
            href={caseHref("/suspects/case", { base, cand: candidate, memory: id })}
          >
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}

type ExcerptProps = { rows: ReturnType<typeof excerptSteps>; base: string; candidate: string };

function Excerpt({ rows, base, candidate }: ExcerptProps) {
  return (
    <ol aria-label="Where the trials part, and how they end" className="flex min-w-0 flex-col gap-1">
      {rows.map((row) => (
        <li
          key={`${row.base?.number ?? "-"}/${row.candidate?.number ?? "-"}`}
          className="flex min-w-0 flex-col gap-1"
        >
          {row.skipped > 0 ? (
            <p className="text-xs text-muted">
              {row.skipped} {row.skipped === 1 ? "step" : "steps"} left out
            </p>
          ) : null}
          {row.isFirstDivergence ? (
            <p>
              <Badge tone="warn">First divergence</Badge>
            </p>
          ) : null}
          <div className="grid min-w-0 gap-1.5 md:grid-cols-2">
            <Step step={row.base} trialId={base} side="Baseline" />
            <Step step={row.candidate} trialId={candidate} side="Candidate" mark={row.mark} />
          </div>
        </li>
      ))}
    </ol>
  );
}

type StepProps = {
  step: ExcerptStep | null;
  trialId: string;
  side: "Baseline" | "Candidate";
  mark?: StepMark | null;
};

function Step({ step, trialId, side, mark = null }: StepProps) {
  if (!step) {
    return (
      <p className="hidden content-center rounded-md border border-dashed border-line px-2 text-xs text-muted md:block">
        no step here in the {side.toLowerCase()}
      </p>
    );
  }
  const { number, source, action, observation } = step;
  return (
    <div
      {...(side === "Candidate" ? { id: `cand-${number}` } : {})}
      className="flex min-w-0 scroll-mt-16 flex-col gap-1 rounded-md border border-line bg-surface px-2 py-1 font-mono text-xs target:border-accent"
    >
      <p className="font-sans text-muted">
        <Link className="link" href={`/trials/${trialId}#step-${number}`}>
          {side}, step {number}
        </Link>{" "}
        {source} {mark ? <Badge tone="accent">{mark}</Badge> : null}
      </p>
      <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">{action}</p>
      {observation ? (
        <p className="line-clamp-3 border-t border-line pt-1 whitespace-pre-wrap wrap-anywhere text-muted [unicode-bidi:isolate]">
          {observation}
        </p>
      ) : null}
    </div>
  );
}
