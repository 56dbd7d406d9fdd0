import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { evidenceMarks, memoryCard } from "#components/attribution/evidence-marks.ts";
import { MemoryUseLine } from "#components/attribution/memory-use.tsx";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { AttemptLinks } from "#components/runs/attempt-links.tsx";
import { DeprecationProvider } from "#components/runs/deprecation.tsx";
import { FoldedText } from "#components/runs/folded-text.tsx";
import { OutcomeBadge } from "#components/runs/outcome-badge.tsx";
import { RetrievedMemories } from "#components/runs/retrieved-memories.tsx";
import { TrialFacts } from "#components/runs/trial-facts.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { TrajectoryView } from "#components/trajectory/trajectory-view.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getTrialEvidence } from "#lib/attribution/evidence/evidence-queries.ts";
import { loadTrialParams } from "#lib/runs/search-params.ts";
import { getTrial, listTrials } from "#lib/runs/trial-queries.ts";

type Props = { params: Promise<{ trialId: string }>; searchParams: Promise<SearchParams> };

/** Title and page read the same trial: once per request. */
const readTrial = cache((id: string) => getTrial(requestDb(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const trial = await readTrial((await params).trialId);
  return { title: trial ? `${trial.taskName}, attempt ${trial.attempt}` : "Trial not found" };
}

export default async function TrialPage({ params, searchParams }: Props) {
  const trial = await readTrial((await params).trialId);
  if (!trial) notFound();
  const { steps } = await loadTrialParams(searchParams);
  const query = trial.retrieved[0]?.query;
  const evidence = await getTrialEvidence(requestDb(), trial);
  const siblings = await listTrials(requestDb(), { runId: trial.runId, taskId: trial.taskId });
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
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
          <AttemptLinks
            label="Attempts of this run at this task"
            attempts={siblings.rows.map(({ id, attempt, outcome }) => ({ trialId: id, attempt, outcome }))}
            current={trial.attempt}
            href={({ trialId }) => `/trials/${trialId}`}
          />
          <TrialFacts trial={trial} />
        </div>
        <div className="grid min-w-0 items-start gap-x-2 md:grid-cols-2">
          {trial.statement ? <FoldedText name="Task statement" text={trial.statement} /> : null}
          {query ? <FoldedText name="Query" text={query} /> : null}
        </div>
        <DeprecationProvider>
          <RetrievedMemories
            label="Memories shown to this trial"
            rows={trial.retrieved}
            now={new Date().toISOString()}
            cardOf={(rank) => memoryCard("step", rank)}
            said={({ rank }) =>
              evidence
                .filter((each) => each.rank === rank)
                .map((each) => <MemoryUseLine key={each.rank} evidence={each} side="step" />)
            }
          />
        </DeprecationProvider>
      </div>
      <TrajectoryView trial={trial} limit={steps} marks={evidenceMarks("step", evidence)} />
    </PageBody>
  );
}
