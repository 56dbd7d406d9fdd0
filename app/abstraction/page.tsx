import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { AbstractionTable } from "#components/abstraction/abstraction-table.tsx";
import { BeforeAfter } from "#components/abstraction/before-after.tsx";
import { EmptyAbstraction } from "#components/abstraction/empty-abstraction.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { listMetricHistory } from "#lib/abstraction/metric-history.ts";
import { listAbstraction } from "#lib/abstraction/queries.ts";
import { type AbstractionSearchParams, loadAbstractionSearchParams } from "#lib/abstraction/search-params.ts";
import { requestDb } from "#lib/access/request-db.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { listTags } from "#lib/memories/tags.ts";

export const metadata = { title: "Abstraction" };

export default async function AbstractionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const db = requestDb();
  const [params, space, jobs, memoryCount] = await Promise.all([
    loadAbstractionSearchParams(searchParams),
    getActiveSpace(db),
    listUnfinishedJobs(db),
    countMemories(db),
  ]);
  return (
    <PageBody>
      <PageHeader
        title="Abstraction"
        purpose="How mixed the benchmarks are among the memories of each type (DBI, LISI, invariant share), and how that changed as the pool was curated. Higher = more mixed = more abstract."
      />
      {memoryCount > 0 && space ? (
        <Suspense fallback={<SkeletonRows rows={6} label="Reading the measurements" />}>
          <Measures
            spaceId={space.id}
            space={spaceName(space)}
            params={params}
            activeJobId={jobs.find((job) => job.kind === "metrics")?.id ?? null}
          />
        </Suspense>
      ) : (
        <EmptyAbstraction memoryCount={memoryCount} />
      )}
    </PageBody>
  );
}

type MeasuresProps = {
  spaceId: string;
  space: string;
  params: AbstractionSearchParams;
  activeJobId: string | null;
};

async function Measures({ spaceId, space, params, activeJobId }: MeasuresProps) {
  const db = requestDb();
  const { label, tag, perplexity, measuredOn: on, history: by } = params;
  const asked = { spaceId, label, perplexity, on, ...(tag ? { tag } : {}) };
  const [abstraction, histories, tags] = await Promise.all([
    listAbstraction(db, asked),
    Promise.all(
      projectedTypes.map(async (type) => {
        const { rows, older, hasReleases } = await listMetricHistory(db, { ...asked, type, by });
        return { type, points: rows, older, hasReleases };
      }),
    ),
    label === "tag" ? listTags(db) : { rows: [] },
  ]);
  return (
    <>
      <AbstractionTable
        rows={abstraction.rows}
        overall={abstraction.overall}
        params={params}
        space={space}
        tags={tags.rows}
        activeJobId={activeJobId}
      />
      <BeforeAfter histories={histories} by={by} />
    </>
  );
}
