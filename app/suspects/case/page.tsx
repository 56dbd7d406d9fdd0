import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { AttributionNotice } from "#app/suspects/attribution-notice.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { CaseFacts } from "#components/suspects/case-facts.tsx";
import { CaseMemories } from "#components/suspects/case-memories.tsx";
import { CasePager } from "#components/suspects/case-pager.tsx";
import { CaseStateBadge } from "#components/suspects/case-state-badge.tsx";
import { CaseTaskTable } from "#components/suspects/case-task-table.tsx";
import { CaseTrials } from "#components/suspects/case-trials.tsx";
import { CaseVerdictForm } from "#components/suspects/case-verdict-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getCase } from "#lib/attribution/cases/get-case.ts";
import { type CaseList, listCases } from "#lib/attribution/cases/list-cases.ts";
import { placeOfCase, placeOfTask } from "#lib/attribution/cases/place-in-list.ts";
import type { CaseDetail } from "#lib/attribution/cases/schema.ts";
import {
  type CaseParams,
  caseHref,
  loadCaseParams,
  suspectsHref,
} from "#lib/attribution/cases/search-params.ts";
import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { getPairedTask } from "#lib/transfer/paired-task-queries.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";

export const metadata = { title: "Suspect" };

export default async function CasePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadCaseParams(searchParams);
  if (!params.memory) notFound();
  const asked = { base: params.base, candidate: params.cand };
  const [detail, list] = await Promise.all([
    getCase(requestDb(), { ...asked, memoryId: params.memory }),
    listCases(requestDb(), { ...asked, state: params.state, open: params.open }),
  ]);
  if (list && !detail && list.fit !== "current") return <NotComputed list={list} />;
  if (!detail || !list) notFound();
  const { base, candidate, case: row, memories } = detail;
  const [memoryId = ""] = row.memoryIds;
  const listed = { base: base.id, cand: candidate.id, state: params.state, open: params.open };
  const place = placeOfCase(list.rows, row);
  const tasks = placeOfTask(detail.tasks, params.task);
  const hrefOfCase = (id: string | null) => id && caseHref("/suspects/case", { ...listed, memory: id });
  const hrefOfTask = (task: string | null) =>
    task && caseHref("/suspects/case", { ...listed, memory: memoryId, task });
  const text = caseHref("/api/suspects/case", { base: base.id, cand: candidate.id, memory: memoryId });
  return (
    <PageBody>
      <PageHeader
        title={row.titles[0]}
        purpose="A case: what runs say of a memory, and the trials that say it. Lost alone: no other memory was shown. j and k go over the tasks, Shift J and Shift K over the cases."
        marks={<CaseStateBadge state={row.state} />}
        actions={
          <>
            <CasePager
              label={place.index === null ? "not in the list" : `${place.index + 1} of ${list.rows.length}`}
              previousHref={hrefOfCase(place.previous)}
              nextHref={hrefOfCase(place.next)}
              previousTaskHref={hrefOfTask(tasks.previous)}
              nextTaskHref={hrefOfTask(tasks.next)}
            />
            <Button asChild size="small">
              <Link href={suspectsHref("/suspects", listed)}>All cases</Link>
            </Button>
            <Button asChild size="small">
              <a href={`${text}&format=text`}>As text</a>
            </Button>
          </>
        }
      />
      <AttributionNotice found={list} />
      <div className="grid min-w-0 grid-cols-1 items-start gap-3 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <aside
          aria-label="The memory"
          className="flex min-w-0 flex-col gap-2 lg:sticky lg:top-12 lg:max-h-[calc(100dvh-6.5rem)]"
        >
          <CaseFacts row={row} />
          <ScrollRegion
            label="What the memory says, scrolling"
            className="flex min-h-24 min-w-0 flex-col gap-1.5 overflow-y-auto rounded-md border border-line bg-surface p-2 max-lg:max-h-80"
          >
            <CaseMemories row={row} memories={memories} base={base.id} candidate={candidate.id} />
          </ScrollRegion>
          <CaseVerdictForm
            key={row.judgment?.updatedAt ?? memoryId}
            of={{ base: base.id, candidate: candidate.id, memoryId }}
            judgment={row.judgment}
          />
          <p className="text-xs text-muted">
            {list.progress.judged} of {list.progress.of} judged
          </p>
        </aside>
        <div className="flex min-w-0 flex-col gap-2">
          <CaseTaskTable
            tasks={detail.tasks.map((task) => ({
              ...task,
              href: hrefOfTask(task.taskId) ?? "",
              isOpen: task.taskId === tasks.task?.taskId,
            }))}
            previousHref={hrefOfTask(tasks.previous)}
            nextHref={hrefOfTask(tasks.next)}
          />
          {tasks.task ? <OpenTask detail={detail} task={tasks.task} params={params} /> : null}
        </div>
      </div>
    </PageBody>
  );
}

/** A case that may be there once it was computed. */
function NotComputed({ list }: { list: CaseList }) {
  return (
    <PageBody>
      <PageHeader title="Suspect" />
      <AttributionNotice found={list} />
    </PageBody>
  );
}

type OpenTaskProps = { detail: CaseDetail; task: CaseDetail["tasks"][number]; params: CaseParams };

async function OpenTask({ detail: { base, candidate, case: row }, task, params }: OpenTaskProps) {
  const runs = { base: base.id, cand: candidate.id };
  const pair = await getPairedTask(requestDb(), {
    base: base.id,
    candidate: candidate.id,
    taskId: task.taskId,
    baseAttempt: params.a,
    candidateAttempt: params.b,
  });
  if (!pair) return null;
  const evidence = await getTrialEvidence(requestDb(), pair.open.candidate);
  const memory = row.memoryIds[0] ?? null;
  const list = { ...runs, state: params.state, open: params.open, memory, task: task.taskId };
  const attempts = { a: params.a, b: params.b };
  return (
    <CaseTrials
      pair={pair}
      task={task}
      evidence={evidence.filter(({ memoryId }) => memoryId !== null && row.memoryIds.includes(memoryId))}
      fullHref={compareTaskHref("/compare/task", { ...runs, task: task.taskId, memory, ...attempts })}
      attemptHref={(side, attempt) =>
        caseHref("/suspects/case", {
          ...list,
          ...attempts,
          ...(side === "base" ? { a: attempt } : { b: attempt }),
        })
      }
    />
  );
}
