import { cookies } from "next/headers";
import type { SearchParams } from "nuqs/server";
import { requireRow } from "#app/require-row.ts";
import { EmptyMap } from "#components/maps/empty-map.tsx";
import { panelCookie, panelsFrom } from "#components/maps/map-panels.ts";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { VersionsWorkbench } from "#components/versions/versions-workbench.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { loadVersionSearchParams } from "#lib/maps/map-search-params.ts";
import { listProjectionVersions } from "#lib/maps/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";

export const metadata = { title: "Two layouts" };

const purpose = "The same memories in two layouts: what the pool decides, and what the seed.";

export default async function VersionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { a, b } = await loadVersionSearchParams(searchParams);
  await requireRow("Projection", a, b);
  const db = requestDb();
  const [versions, space, memoryCount, jobs] = await Promise.all([
    listProjectionVersions(db),
    getActiveSpace(db),
    countMemories(db),
    listUnfinishedJobs(db),
  ]);
  const activeJob = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? null;
  if (versions.rows.length === 0) {
    return (
      <PageBody>
        <PageHeader title="Two layouts" purpose={purpose} />
        <EmptyMap memoryCount={memoryCount} hasSpace={space !== null} activeJobId={activeJob("project")} />
      </PageBody>
    );
  }
  return (
    <VersionsWorkbench
      versions={versions.rows}
      panels={panelsFrom((await cookies()).get(panelCookie)?.value)}
      purpose={purpose}
      activeJobId={activeJob("place")}
    />
  );
}
