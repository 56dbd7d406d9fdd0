import { AbstractionTable } from "#components/map/abstraction-table.tsx";
import { EmptyMap } from "#components/map/empty-map.tsx";
import { MapWorkbench } from "#components/map/map-workbench.tsx";
import { StaleNotice } from "#components/map/stale-notice.tsx";
import { StartJobButton } from "#components/map/start-job-button.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { getDb } from "#lib/db/client.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { listAbstraction } from "#lib/projections/abstraction-queries.ts";
import { listProjections } from "#lib/projections/queries.ts";

export const metadata = { title: "Map" };

export default async function MapPage() {
  const db = getDb();
  const [space, jobs, memoryCount] = await Promise.all([
    getActiveSpace(db),
    listUnfinishedJobs(db),
    countMemories(db),
  ]);
  const [projections, abstraction] = space
    ? await Promise.all([
        listProjections(db, { spaceId: space.id }),
        listAbstraction(db, { spaceId: space.id, label: "benchmark" }),
      ])
    : [{ rows: [] }, { rows: [] }];
  const activeJob = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? null;
  const hasMaps = projections.rows.length > 0;
  return (
    <PageBody>
      <PageHeader
        title="Map"
        purpose="Where memories lie to each other, by type: distances nearby mean likeness, axes mean nothing."
        actions={
          hasMaps ? (
            <StartJobButton kind="project" activeJobId={activeJob("project")}>
              Compute the maps again
            </StartJobButton>
          ) : null
        }
      />
      {hasMaps ? (
        <>
          <StaleNotice summaries={projections.rows} />
          <MapWorkbench summaries={projections.rows} />
        </>
      ) : (
        <EmptyMap memoryCount={memoryCount} hasSpace={space !== null} activeJobId={activeJob("project")} />
      )}
      {memoryCount > 0 && space ? (
        <AbstractionTable
          rows={abstraction.rows}
          space={spaceName(space)}
          activeJobId={activeJob("metrics")}
        />
      ) : null}
    </PageBody>
  );
}
