import type { SearchParams } from "nuqs/server";
import { requireRow } from "#app/require-row.ts";
import { EmptyMap } from "#components/maps/empty-map.tsx";
import { MapTabs } from "#components/maps/map-tabs.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Card } from "#components/ui/card.tsx";
import { NewProjection } from "#components/versions/new-projection.tsx";
import { VersionsWorkbench } from "#components/versions/versions-workbench.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { loadVersionSearchParams } from "#lib/maps/map-search-params.ts";
import { listProjectionVersions } from "#lib/maps/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";

export const metadata = { title: "Two maps side by side" };

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
  return (
    <PageBody>
      <PageHeader
        title="Two maps side by side"
        purpose="What of a picture is the pool, and what is the seed: the same memories in two layouts."
      />
      {versions.rows.length > 0 ? (
        <>
          <MapTabs current="/map/versions" />
          <VersionsWorkbench versions={versions.rows} activeJobId={activeJob("place")} />
          <Card
            title="Compute another map"
            description="Another seed or other parameters. The stored maps stay; the newest of a type is the one under Maps."
          >
            <NewProjection />
          </Card>
        </>
      ) : (
        <EmptyMap memoryCount={memoryCount} hasSpace={space !== null} activeJobId={activeJob("project")} />
      )}
    </PageBody>
  );
}
