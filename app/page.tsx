import { Suspense } from "react";
import { AbstractionSummary } from "#components/overview/abstraction-summary.tsx";
import { AttentionList } from "#components/overview/attention-list.tsx";
import { EmptyPool } from "#components/overview/empty-pool.tsx";
import { LifecycleSummary } from "#components/overview/lifecycle-summary.tsx";
import { MostLostComparison } from "#components/overview/most-lost-comparison.tsx";
import { PoolTable } from "#components/overview/pool-table.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { listAbstraction } from "#lib/abstraction/queries.ts";
import { requestDb } from "#lib/access/request-db.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { getAttention } from "#lib/overview/attention.ts";
import { getPoolCounts } from "#lib/overview/queries.ts";
import { getActiveDemoJob } from "#lib/overview/start-demo.ts";
import { getMostLostComparison } from "#lib/transfer/most-lost-comparison.ts";

export const metadata = { title: "Overview" };

export default async function OverviewPage() {
  const db = requestDb();
  const [pool, runCount] = await Promise.all([getPoolCounts(db), db.run.count()]);
  return (
    <PageBody>
      <PageHeader title="Overview" purpose="What is in the pool, what it did, and what needs attention." />
      {pool.total === 0 && runCount === 0 ? (
        <EmptyPool demoJobId={(await getActiveDemoJob(db))?.jobId ?? null} />
      ) : (
        <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="flex min-w-0 flex-col gap-3">
            <Suspense fallback={<SkeletonRows rows={8} label="Counting what needs attention" />}>
              <Attention />
            </Suspense>
            <PoolTable pool={pool} />
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <Suspense
              fallback={<SkeletonRows rows={4} label="Finding the comparison with the largest net loss" />}
            >
              <MostLost />
            </Suspense>
            <LifecycleSummary pool={pool} />
            <Suspense fallback={<SkeletonRows rows={4} label="Reading DBI and LISI" />}>
              <Abstraction />
            </Suspense>
          </div>
        </div>
      )}
    </PageBody>
  );
}

async function Abstraction() {
  const db = requestDb();
  const [space, jobs] = await Promise.all([getActiveSpace(db), listUnfinishedJobs(db)]);
  if (!space) return null;
  const { rows } = await listAbstraction(db, { spaceId: space.id, label: "benchmark" });
  const activeJobId = jobs.find((job) => job.kind === "metrics")?.id ?? null;
  return <AbstractionSummary rows={rows} space={spaceName(space)} activeJobId={activeJobId} />;
}

async function Attention() {
  const now = new Date();
  return <AttentionList attention={await getAttention(requestDb(), now)} now={now} />;
}

async function MostLost() {
  return <MostLostComparison found={await getMostLostComparison(requestDb())} />;
}
