import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { AttemptLinks } from "#components/runs/attempt-links.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { RetrievedMemories } from "#components/runs/retrieved-memories.tsx";
import { TrajectoryView } from "#components/runs/trajectory-view.tsx";
import { TrialFacts } from "#components/runs/trial-facts.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { getDb } from "#lib/db/client.ts";
import { loadTrialParams } from "#lib/runs/search-params.ts";
import { getTrial, listTrials } from "#lib/runs/trial-queries.ts";

type Props = { params: Promise<{ trialId: string }>; searchParams: Promise<SearchParams> };

/** Title and page read the same trial: once per request. */
const readTrial = cache((id: string) => getTrial(getDb(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const trial = await readTrial((await params).trialId);
  return { title: trial ? `${trial.taskName}, attempt ${trial.attempt}` : "Trial not found" };
}

export default async function TrialPage({ params, searchParams }: Props) {
  const trial = await readTrial((await params).trialId);
  if (!trial) notFound();
  const { steps } = await loadTrialParams(searchParams);
  const siblings = await listTrials(getDb(), { runId: trial.runId, taskId: trial.taskId });
  return (
    <PageBody>
      <PageHeader
        title={trial.taskName}
        facts={
          <>
            Attempt {trial.attempt} in run{" "}
            <Link className="link" href={`/runs/${trial.runId}`}>
              {trial.runName}
            </Link>
          </>
        }
        marks={
          <>
            <OutcomeBadge outcome={trial.outcome} />
            <BenchmarkMark name={trial.benchmark} />
          </>
        }
      />
      <AttemptLinks
        label="Attempts of this run at this task"
        attempts={siblings.rows.map(({ id, attempt, outcome }) => ({ trialId: id, attempt, outcome }))}
        current={trial.attempt}
        href={({ trialId }) => `/trials/${trialId}`}
      />
      <TrialFacts trial={trial} />
      {trial.statement ? (
        <details className="text-sm">
          <summary className="inline-block min-h-6 content-center text-accent">Task statement</summary>
          <CodeBlock code={trial.statement} label="task statement" wrap />
        </details>
      ) : null}
      <Card title="Retrieved memories" description="What this trial was shown before it started, by rank.">
        <DeprecationProvider>
          <RetrievedMemories rows={trial.retrieved} now={new Date().toISOString()} />
        </DeprecationProvider>
      </Card>
      <TrajectoryView trial={trial} limit={steps} />
    </PageBody>
  );
}
