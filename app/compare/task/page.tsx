import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { evidenceMarks } from "#components/attribution/evidence-marks.ts";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { PlanLinks } from "#components/reruns/plan-links.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { ComparedSteps } from "#components/transfer/compared-steps.tsx";
import { EvidenceBadge } from "#components/transfer/evidence-badge.tsx";
import { PairedTrials } from "#components/transfer/paired-trials.tsx";
import { ShownToBoth } from "#components/transfer/shown-to-both.tsx";
import { TaskPager } from "#components/transfer/task-pager.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getAttributionOf, getRetrievedMemory } from "#lib/attribution/attribution-queries.ts";
import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { listPlans } from "#lib/reruns/queries.ts";
import { planHref } from "#lib/reruns/search-params.ts";
import { retrievalHref } from "#lib/retrieval/search-params.ts";
import { describeList } from "#lib/transfer/describe-list.ts";
import { describePair } from "#lib/transfer/describe-pair.ts";
import { getPairedTask } from "#lib/transfer/paired-task-queries.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import {
  clampK,
  comparedRows,
  compareHref,
  compareTaskHref,
  listOf,
  loadCompareTaskParams,
} from "#lib/transfer/search-params.ts";
import { TaskTriage } from "./task-triage.tsx";

export const metadata = { title: "Compared task" };

export default async function CompareTaskPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadCompareTaskParams(searchParams);
  if (!params.base || !params.cand || !params.task) notFound();
  const memory = params.memory ? await getRetrievedMemory(requestDb(), params.cand, params.memory) : null;
  const list = { ...listOf(params), memory: memory?.id ?? null };
  const pair = await getPairedTask(requestDb(), {
    base: params.base,
    candidate: params.cand,
    taskId: params.task,
    k: clampK(params.k),
    excludeErrored: params.errored,
    baseAttempt: params.a,
    candidateAttempt: params.b,
    list: { ...list, candidateTaskIds: memory?.taskIds ?? null },
  });
  if (!pair) notFound();
  const { task, open, alignment, position } = pair;
  const asked = {
    base: params.base,
    candidate: params.cand,
    k: clampK(params.k),
    excludeErrored: params.errored,
  };
  const attribution = await getAttributionOf(
    requestDb(),
    asked,
    open.candidate.retrieved.map(({ memoryId }) => memoryId),
  );
  const evidence = {
    base: await getTrialEvidence(requestDb(), open.base),
    candidate: await getTrialEvidence(requestDb(), open.candidate),
  };
  const plans = await listPlans(requestDb(), {
    base: params.base,
    candidate: params.cand,
    taskId: task.taskId,
  });
  const isConfirmed = plans.some(({ memories }) => memories.some(({ state }) => state === "confirmed"));
  const hrefWith = (change: Partial<typeof params>) =>
    compareTaskHref("/compare/task", { ...params, ...change });
  const hrefOf = (taskId: string | null) =>
    taskId && hrefWith({ task: taskId, a: null, b: null, steps: comparedRows });
  const tasks = describeList(list, memory?.title);
  return (
    <PageBody>
      <PageHeader
        title={task.taskName}
        purpose={describePair(task, clampK(params.k))}
        actions={
          <>
            <TaskPager
              label={
                position ? `${position.index + 1} of ${position.of} ${tasks}` : `Not in the list of ${tasks}`
              }
              previousHref={hrefOf(pair.previousTaskId)}
              nextHref={hrefOf(pair.nextTaskId)}
            />
            <Button asChild size="small">
              <Link href={compareHref("/compare", { ...runsOf(params), ...list, tab: "tasks" })}>
                Back to the list
              </Link>
            </Button>
            {task.outcome === "lost" && open.candidate.retrieved.length > 0 ? (
              <Button asChild size="small">
                <Link
                  href={planHref("/reruns/plan", { base: params.base, cand: params.cand, task: task.taskId })}
                >
                  Plan reruns
                </Link>
              </Button>
            ) : null}
            <Button asChild size="small">
              <Link href={previewHref(pair)}>Preview retrieval</Link>
            </Button>
          </>
        }
        marks={
          <>
            <OutcomeBadge outcome={task.outcome} />
            <EvidenceBadge task={isConfirmed ? { ...task, evidence: "confirmed" } : task} />
            <BenchmarkMark name={task.benchmark} />
          </>
        }
      />
      <div className="flex min-w-0 flex-col gap-1.5">
        <PairedTrials
          pair={pair}
          attemptHref={(side, attempt) => hrefWith(side === "base" ? { a: attempt } : { b: attempt })}
        />
        <PlanLinks plans={plans} />
        <ShownToBoth pair={pair} attribution={attribution} evidence={evidence} />
      </div>
      {alignment ? (
        <ComparedSteps
          base={open.base}
          candidate={open.candidate}
          alignment={alignment}
          marks={{
            base: evidenceMarks("base", evidence.base),
            candidate: evidenceMarks("cand", evidence.candidate),
          }}
          textHref={compareTaskHref("/api/compare/task", params)}
          limit={params.steps}
          moreHref={(steps) => hrefWith({ steps })}
        />
      ) : (
        <EmptyState title="No trajectories to compare" command="npx carryover import ./jobs">
          At least one of the two attempts has no trajectory. Import the agent's trajectory files, or open
          each trial on its own.
        </EmptyState>
      )}
      <TaskTriage pair={pair} asked={asked} hrefOf={hrefOf} />
    </PageBody>
  );
}

function runsOf(params: { base: string | null; cand: string | null; k: number; errored: boolean }) {
  const { base, cand, k, errored } = params;
  return { base, cand, k, errored };
}

/** A query much longer than this makes an address that servers refuse; the task's statement stands in. */
const longestQuery = 2000;

/** What the candidate would be handed now: its own query again, the type it was given, its benchmark left out. */
function previewHref({ task, candidate, open }: PairedTaskDetail): string {
  const query = open.candidate.retrieved[0]?.query ?? "";
  const asked = query && query.length <= longestQuery ? { q: query } : { task: task.taskId };
  const type = candidate.memoryType ? { type: candidate.memoryType } : {};
  return retrievalHref("/retrieval", { ...asked, ...type, target: task.benchmark });
}
