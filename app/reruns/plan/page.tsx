import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { requireRow } from "#app/require-row.ts";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { CreatePlanButton } from "#components/reruns/create-plan-button.tsx";
import { PlanFacts } from "#components/reruns/plan-facts.tsx";
import { RerunMemoriesTable } from "#components/reruns/rerun-memories-table.tsx";
import { SubsetLattice } from "#components/reruns/subset-lattice.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { proposePlan } from "#lib/reruns/propose-plan.ts";
import { loadPlanParams } from "#lib/reruns/search-params.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";

export const metadata = { title: "Plan reruns" };

export default async function PlanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { base, cand, task } = await loadPlanParams(searchParams);
  await requireRow("Run", base, cand);
  await requireRow("Task", task);
  const request = { base: base ?? "", candidate: cand ?? "", taskId: task ?? "" };
  const plan = await proposePlan(requestDb(), request);
  if (!plan.ok) {
    return (
      <PageBody>
        <PageHeader title="Plan reruns" />
        <ErrorNotice title="No reruns can be planned" message={plan.error.message} />
      </PageBody>
    );
  }
  const { memories, design, logged, leftOut } = plan.value;
  return (
    <PageBody>
      <PageHeader
        title={`Plan reruns of ${plan.value.task.name}`}
        purpose="The fewest reruns of the task that tell apart which memory lost it. A plan is kept, so that its results are known when they are imported."
        marks={<BenchmarkMark name={plan.value.task.benchmark} />}
        actions={
          <>
            <Button asChild size="small">
              <Link href={compareTaskHref("/compare/task", { base, cand, task })}>Back to the task</Link>
            </Button>
            <CreatePlanButton request={request} />
          </>
        }
      />
      <PlanFacts plan={plan.value} />
      <RerunMemoriesTable
        isKept={false}
        rows={memories.map(({ id, title }, i) => ({
          ...{ id, title, number: i + 1 },
          ...{ decision: null, shapley: null },
        }))}
      />
      {leftOut > 0 ? (
        <p className="text-xs text-muted">{leftOut} more shown that the plan leaves out.</p>
      ) : null}
      <SubsetLattice memories={memories.length} repeats={design.repeats} logged={logged} />
    </PageBody>
  );
}
