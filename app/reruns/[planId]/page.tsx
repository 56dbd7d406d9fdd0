import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { PairInteractions } from "#components/reruns/pair-interactions.tsx";
import { PlanFacts } from "#components/reruns/plan-facts.tsx";
import { RerunMemoriesTable } from "#components/reruns/rerun-memories-table.tsx";
import { SubsetLattice } from "#components/reruns/subset-lattice.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getPlan } from "#lib/reruns/queries.ts";
import type { PlanView } from "#lib/reruns/view.ts";
import { compareTaskHref } from "#lib/transfer/search-params.ts";

type Props = { params: Promise<{ planId: string }> };

const readPlan = cache((id: string) => getPlan(requestDb(), id));

export async function generateMetadata({ params }: Props) {
  const plan = await readPlan((await params).planId);
  return { title: plan ? `Reruns of ${plan.task.name}` : "Plan not found" };
}

export default async function PlanPage({ params }: Props) {
  const plan = await readPlan((await params).planId);
  if (!plan) notFound();
  const { id, memories, design, logged, cells, decisions, estimates, alpha } = plan;
  return (
    <PageBody>
      <PageHeader
        title={`Reruns of ${plan.task.name}`}
        purpose="The task run again with every subset of its suspects. A memory is confirmed once the evidence against it reaches its threshold; you may look after every result."
        marks={<BenchmarkMark name={plan.task.benchmark} />}
        actions={<PlanActions plan={plan} />}
      />
      <PlanFacts plan={plan} />
      <RerunMemoriesTable
        isKept
        rows={memories.map((memory, i) => ({
          ...{ id: memory.id, title: memory.title, number: i + 1 },
          ...{ decision: decisions[i] ?? null, shapley: estimates?.values[i] ?? null },
        }))}
      />
      <PairInteractions estimates={estimates} />
      <SubsetLattice memories={memories.length} repeats={design.repeats} logged={logged} cells={cells} />
      <p className="max-w-prose text-xs text-muted">
        A memory that does no harm is confirmed in at most {alpha * 100}% of plans, all memories of the plan
        together, however often you look. Run the jobs of the ZIP file, then import their folder, or a file
        with one line per result: <code>{`{"rerunId": "carryover-${id}-s0-r1", "outcome": "passed"}`}</code>
      </p>
    </PageBody>
  );
}

function PlanActions({ plan: { id, base, candidate, taskId } }: { plan: PlanView }) {
  const isThere = base.name !== null && candidate.name !== null;
  return (
    <>
      {isThere ? (
        <Button asChild size="small">
          <Link href={compareTaskHref("/compare/task", { base: base.id, cand: candidate.id, task: taskId })}>
            Open the task
          </Link>
        </Button>
      ) : null}
      <Button asChild size="small">
        <a href={`/api/reruns/${id}?format=json`} download>
          plan.json
        </a>
      </Button>
      <Button asChild size="small" variant="primary">
        <a href={`/api/reruns/${id}?format=zip`} download>
          Harbor jobs (ZIP)
        </a>
      </Button>
    </>
  );
}
