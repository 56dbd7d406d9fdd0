import type { SearchParams } from "nuqs/server";
import { requireRow } from "#app/require-row.ts";
import { PlanAnswers } from "#components/planner/plan-answers.tsx";
import { PlanChart } from "#components/planner/plan-chart.tsx";
import { PlanForm } from "#components/planner/plan-form.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Card } from "#components/ui/card.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listRunNames } from "#lib/runs/queries.ts";
import { loadPlanParams, planOf } from "#lib/transfer/plan-search-params.ts";
import { planView } from "#lib/transfer/plan-view.ts";
import { getRateSpread } from "#lib/transfer/queries.ts";

export const metadata = { title: "Planner" };

export default async function PlannerPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadPlanParams(searchParams);
  const runId = params.run || null;
  await requireRow("Run", runId);
  const runs = await listRunNames(requestDb());
  const known = runId ? await getRateSpread(requestDb(), runId) : null;
  const { plan, effect } = planOf(params, known);
  const view = planView(plan, effect);
  return (
    <PageBody>
      <PageHeader
        title="Planner"
        purpose="How many tasks and attempts a comparison needs before it can show an effect. Spread: standard deviation of the tasks' true pass rates."
      />
      <PlanForm key={runId} params={params} plan={plan} runs={runs} />
      <PlanAnswers plan={plan} effect={effect} view={view} />
      <Card>
        <PlanChart chart={view.chart} />
      </Card>
    </PageBody>
  );
}
