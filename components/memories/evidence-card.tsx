import Link from "next/link";
import { MemoryVerdictBadge, WhyUnnamed } from "#components/attribution/memory-verdict.tsx";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { caseHref } from "#lib/attribution/cases/search-params.ts";
import type { NamedEffect } from "#lib/attribution/memory-effects.ts";
import { describeQ, formatPoints } from "#lib/transfer/format.ts";
import type { TaskName } from "#lib/transfer/schema.ts";
import { compareHref, compareTaskHref } from "#lib/transfer/search-params.ts";

const lostShown = 6;

type EvidenceCardProps = {
  /** null where no run that was shown it has a baseline. */
  effect: NamedEffect | null;
  /** The tasks lost with it. */
  lost: readonly TaskName[];
};

/** What runs say of a memory, and the tasks that were lost with it. */
export function EvidenceCard({ effect, lost }: EvidenceCardProps) {
  if (!effect) {
    return (
      <Card title="Effect">
        <p className="text-sm text-muted">
          Unknown: no run that was shown it shares a task with a zero-shot run. Import one.
        </p>
      </Card>
    );
  }
  const { base, candidate, verdict, q, tasks } = effect;
  return (
    <Card title="Effect" actions={<MemoryVerdictBadge verdict={verdict} />}>
      <p>
        <span className="text-lg font-semibold">{formatPoints(effect.effect)}</span>{" "}
        <span className="text-sm text-muted">
          {q === null ? "too few to say" : describeQ(q)}, {tasks === 1 ? "1 task" : `${tasks} tasks`}
        </span>
      </p>
      <p className="truncate text-xs text-muted" title={`${candidate.name} against ${base.name}`}>
        <Link className="link" href={`/runs/${candidate.id}`}>
          {candidate.name}
        </Link>{" "}
        against {base.name}
      </p>
      <TaskCounts effect={effect} />
      <WhyUnnamed alike={effect.alikeNamed} rival={effect.rivalNamed} restsOnErrors={effect.restsOnErrors} />
      <LostTasks effect={effect} lost={lost} />
      <Link
        className="link w-fit text-sm"
        href={caseHref("/suspects/case", { base: base.id, cand: candidate.id, memory: effect.memoryId })}
      >
        Its case, with all other memories considered
      </Link>
    </Card>
  );
}

function TaskCounts({ effect }: { effect: NamedEffect }) {
  const { lost, lostAlone, lostByChance, gained, gainedByChance } = effect;
  const rows = [
    ["Lost", lost, lostByChance.toFixed(1)],
    ["alone", lostAlone, null],
    ["with others", lost - lostAlone, null],
    ["Gained", gained, gainedByChance.toFixed(1)],
  ] as const;
  return (
    <table className="w-full text-sm whitespace-nowrap" aria-label="Tasks at which it was shown">
      <thead className="text-left text-xs text-muted">
        <tr>
          <th scope="col" className="font-medium">
            Tasks
          </th>
          <th scope="col" className="text-right font-medium">
            observed
          </th>
          <th scope="col" className="text-right font-medium">
            expected by chance
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, seen, byChance]) => (
          <tr key={name}>
            <th
              scope="row"
              className={
                byChance === null ? "pl-3 text-left font-normal text-muted" : "text-left font-normal"
              }
            >
              {name}
            </th>
            <td className="text-right">{seen}</td>
            <td className="text-right text-muted">{byChance}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LostTasks({ effect, lost }: { effect: NamedEffect; lost: readonly TaskName[] }) {
  if (lost.length === 0) return null;
  const list = {
    base: effect.base.id,
    cand: effect.candidate.id,
    memory: effect.memoryId,
    outcome: "lost",
  } as const;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h3 className="text-xs text-muted">Tasks lost with it</h3>
      <ul className="flex min-w-0 flex-col text-sm">
        {lost.slice(0, lostShown).map((task) => (
          <li key={task.taskId} className="flex min-h-6 min-w-0 items-center justify-between gap-2">
            <Link
              className="link truncate"
              title={task.taskName}
              href={compareTaskHref("/compare/task", { ...list, task: task.taskId })}
            >
              {task.taskName}
            </Link>
            <BenchmarkMark name={task.benchmark} className="max-w-24 shrink-0 text-xs text-muted" />
          </li>
        ))}
      </ul>
      <Link className="link w-fit text-sm" href={compareHref("/compare", { ...list, tab: "tasks" })}>
        {lost.length > lostShown ? `All ${lost.length} lost tasks` : "Open the comparison"}
      </Link>
    </div>
  );
}
