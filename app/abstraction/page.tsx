import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { EmptyAbstraction } from "#components/abstraction/empty-abstraction.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { loadAbstractionSearchParams } from "#lib/abstraction/search-params.ts";
import { requestDb } from "#lib/access/request-db.ts";
import { resolveSpace } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { Measurements } from "./measurements.tsx";

export const metadata = { title: "Abstraction" };

export default async function AbstractionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const db = requestDb();
  const params = await loadAbstractionSearchParams(searchParams);
  const [space, jobs, memoryCount] = await Promise.all([
    resolveSpace(db, params.space ?? undefined),
    listUnfinishedJobs(db),
    countMemories(db),
  ]);
  const isEmpty = memoryCount === 0 || (!space.ok && !params.space);
  return (
    <PageBody>
      <PageHeader
        title="Abstraction"
        purpose="How mixed the labels are among the memories of each type (LISI, DBI, invariant share), and how that changed as the pool was curated. Higher = more mixed = more abstract. Measured on the vectors themselves, not on the map."
      />
      {isEmpty ? (
        <EmptyAbstraction memoryCount={memoryCount} />
      ) : space.ok ? (
        <Suspense fallback={<SkeletonRows rows={6} label="Loading the measurements" />}>
          <Measurements
            space={space.value}
            params={params}
            activeJobId={jobs.find((job) => job.kind === "metrics")?.id ?? null}
          />
        </Suspense>
      ) : (
        <ErrorNotice title="No such embedding space" message={space.error.message} />
      )}
    </PageBody>
  );
}
