import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { preload } from "react-dom";
import { EffectNote } from "#components/attribution/effect-note.tsx";
import { EmptyMap } from "#components/maps/empty-map.tsx";
import { MapTabs } from "#components/maps/map-tabs.tsx";
import { MapWorkbench } from "#components/maps/map-workbench.tsx";
import { StaleNotice } from "#components/maps/stale-notice.tsx";
import { StartJobButton } from "#components/maps/start-job-button.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { summarizeEffects } from "#lib/attribution/memory-effects.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { mapAddress } from "#lib/maps/map-binary.ts";
import { loadShownType } from "#lib/maps/map-search-params.ts";
import { listProjections } from "#lib/maps/queries.ts";
import { countMemories } from "#lib/memories/queries.ts";

export const metadata = { title: "Map" };

export default async function MapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const db = requestDb();
  const [{ type }, space, jobs, memoryCount] = await Promise.all([
    loadShownType(searchParams),
    getActiveSpace(db),
    listUnfinishedJobs(db),
    countMemories(db),
  ]);
  const projections = space ? await listProjections(db, { spaceId: space.id }) : { rows: [] };
  const activeJob = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? null;
  // The points are on their way while the browser still reads the page's code.
  for (const map of projections.rows) {
    if (!type || map.type === type) preload(mapAddress(map.id), { as: "fetch", crossOrigin: "anonymous" });
  }
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
          <MapTabs current="/map" />
          <StaleNotice summaries={projections.rows} activeJobId={activeJob("place")} />
          <MapWorkbench
            summaries={projections.rows}
            effectNote={
              <Suspense fallback={null}>
                <Effects />
              </Suspense>
            }
          />
        </>
      ) : (
        <EmptyMap memoryCount={memoryCount} hasSpace={space !== null} activeJobId={activeJob("project")} />
      )}
    </PageBody>
  );
}

async function Effects() {
  return <EffectNote summary={await summarizeEffects(requestDb())} />;
}
