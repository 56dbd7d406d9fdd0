import Link from "next/link";
import { describeCaseEffect } from "#lib/attribution/cases/describe-case.ts";
import { caseHref } from "#lib/attribution/cases/search-params.ts";
import type { RevisionEvidence } from "#lib/memories/revision-evidence.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";

type Props = { memoryId: string; evidence: RevisionEvidence };

/** On which case a revision was written: the numbers as they were then, and the lost tasks, folded. */
export function RevisionEvidenceLine({ memoryId, evidence }: Props) {
  const { base, candidate, titles, lostAlone, lostShared, lostTasks } = evidence;
  const runs = { base: base.id, cand: candidate.id };
  return (
    <details className="min-w-0 text-sm">
      <summary className="min-h-6 wrap-anywhere">
        <span className="text-accent">Evidence</span>: {describeCaseEffect(evidence)}; {lostAlone} lost alone,{" "}
        {lostShared} with others ({evidence.state})
      </summary>
      <div className="flex min-w-0 flex-col gap-1 py-1 pl-3">
        <p className="text-muted">
          <Link className="link" href={caseHref("/suspects/case", { ...runs, memory: memoryId })}>
            The case
          </Link>{" "}
          in {candidate.name} against {base.name}
          {titles.length > 1 ? `: ${titles.join(", ")}, always shown together` : ""}
        </p>
        <ul className="flex min-w-0 flex-col">
          {lostTasks.map(({ taskId, benchmark, taskName, alone }) => (
            <li key={taskId} className="min-w-0 truncate">
              <Link className="link" href={compareTaskHref("/compare/task", { ...runs, task: taskId })}>
                {taskName}
              </Link>{" "}
              <span className="text-muted">
                {benchmark}, lost {alone ? "alone" : "with others"}
              </span>
            </li>
          ))}
        </ul>
        {lostAlone + lostShared > lostTasks.length ? (
          <p className="text-muted">and {lostAlone + lostShared - lostTasks.length} more</p>
        ) : null}
      </div>
    </details>
  );
}
