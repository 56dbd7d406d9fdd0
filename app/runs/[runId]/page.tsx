import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { IncompleteRun } from "#components/imports/incomplete-run.tsx";
import { DeleteRunsButton } from "#components/runs/delete-runs-button.tsx";
import { Facts } from "#components/runs/facts.tsx";
import { OutcomeCountsLine } from "#components/runs/outcome-counts.tsx";
import { PassAtCell } from "#components/runs/pass-at-cell.tsx";
import { RunBenchmarksTable } from "#components/runs/run-benchmarks-table.tsx";
import { RunSetupForm } from "#components/runs/run-setup-form.tsx";
import { RunTasksTable } from "#components/runs/run-tasks-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Section } from "#components/ui/section.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import type { PredictionPowered } from "#lib/metrics/prediction-powered.ts";
import { describeArm } from "#lib/runs/describe-arm.ts";
import { getRun, listRunTasks } from "#lib/runs/queries.ts";
import { SETUP_FIELDS, setupNames } from "#lib/runs/run-setup.ts";
import type { RunDetail } from "#lib/runs/schema.ts";
import { loadRunTasksParams, runTaskPageSize } from "#lib/runs/search-params.ts";
import { describeJudgedRate, getJudgedRate } from "#lib/transfer/judged-attempts.ts";
import { compareHref } from "#lib/transfer/search-params.ts";

type Props = { params: Promise<{ runId: string }>; searchParams: Promise<SearchParams> };

/** Title and page read the same run: once per request. */
const readRun = cache((id: string) => getRun(requestDb(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const run = await readRun((await params).runId);
  return { title: run?.name ?? "Run not found" };
}

export default async function RunPage({ params, searchParams }: Props) {
  const { runId } = await params;
  const filter = await loadRunTasksParams(searchParams);
  const [run, judged, tasks] = await Promise.all([
    readRun(runId),
    getJudgedRate(requestDb(), runId),
    listRunTasks(requestDb(), runId, { ...filter, pageSize: runTaskPageSize }),
  ]);
  if (!run) notFound();
  const side = run.arm === "memory" ? { cand: run.id } : { base: run.id };
  return (
    <PageBody>
      <PageHeader
        title={run.name}
        purpose="Results of this run, per benchmark and per task. An errored attempt counts as not passed; a missing one is not counted. pass@k covers the tasks with at least k counted attempts."
        facts={[run.model, run.agent, run.startedAt?.slice(0, 10)].filter(Boolean).join(" · ")}
        marks={run.synthetic ? <Badge tone="warn">synthetic</Badge> : null}
        actions={
          <>
            <RunSetupForm runId={run.id} setup={run.setup} stated={run.statedSetup} />
            <DeleteRunsButton label="Delete" runs={[{ id: run.id, name: run.name }]} trials={run.trials} />
            <Button asChild variant="primary" size="small">
              <Link href={compareHref("/compare", side)}>Compare this run</Link>
            </Button>
          </>
        }
      />
      {run.incomplete ? (
        <IncompleteRun runId={run.id} trials={run.trials} canImportAgain={run.canImportAgain} />
      ) : null}
      <RunFacts run={run} judged={judged} />
      <Card flush title="Benchmarks">
        <RunBenchmarksTable runId={run.id} rows={run.byBenchmark} />
      </Card>
      <Section title="Tasks" description="Each attempt links to its trial.">
        <RunTasksTable rows={tasks.rows} total={tasks.total} benchmarks={run.benchmarks} />
      </Section>
    </PageBody>
  );
}

function RunFacts({ run, judged }: { run: RunDetail; judged: PredictionPowered | null }) {
  return (
    <Facts
      facts={[
        ["Arm", describeArm(run)],
        ["pass@1 (micro)", <PassAtCell key="1" passAt={run.passAt[0]} />],
        ["pass@3 (micro)", <PassAtCell key="3" passAt={run.passAt[1]} />],
        ["Judge, corrected", judged && describeJudgedRate(judged)],
        ...run.solvedWithin.map(
          ({ tries, solved, trials }) =>
            [`Solved within ${tries} ${tries === 1 ? "try" : "tries"}`, `${solved}/${trials}`] as const,
        ),
        ["Tasks", run.tasks],
        ["Outcomes", <OutcomeCountsLine key="outcomes" counts={run.outcomes} />],
        ["MLGym rule", run.mlgymRule],
        ["Source", run.source],
        ...SETUP_FIELDS.map((field) => [setupNames[field], run.setup[field]] as const),
      ]}
    />
  );
}
