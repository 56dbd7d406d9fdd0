import { cookies } from "next/headers";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { preload } from "react-dom";
import { EffectNote } from "#components/attribution/effect-note.tsx";
import { EmptyMap } from "#components/maps/empty-map.tsx";
import { MapAbout } from "#components/maps/map-about.tsx";
import { panelCookie, panelsFrom } from "#components/maps/map-panels.ts";
import { MapWorkbench } from "#components/maps/map-workbench.tsx";
import { shownMaps } from "#components/maps/shown-maps.ts";
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

const purpose = "Memories laid out by similarity: points close together are alike; axes mean nothing.";

export default async function MapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const db = requestDb();
  const [{ type }, space, jobs, memoryCount, jar] = await Promise.all([
    loadShownType(searchParams),
    getActiveSpace(db),
    listUnfinishedJobs(db),
    countMemories(db),
    cookies(),
  ]);
  const projections = space ? await listProjections(db, { spaceId: space.id }) : { rows: [] };
  const activeJob = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? null;
  if (projections.rows.length === 0) {
    return (
      <PageBody>
        <PageHeader title="Map" purpose={purpose} />
        <EmptyMap memoryCount={memoryCount} hasSpace={space !== null} activeJobId={activeJob("project")} />
      </PageBody>
    );
  }
  // The points are on their way while the browser still reads the page's code.
  for (const { id } of shownMaps(projections.rows, type)) {
    preload(mapAddress(id), { as: "fetch", crossOrigin: "anonymous" });
  }
  return (
    <MapWorkbench
      summaries={projections.rows}
      panels={panelsFrom(jar.get(panelCookie)?.value)}
      about={
        <MapAbout purpose={purpose} summaries={projections.rows}>
          <StaleNotice summaries={projections.rows} activeJobId={activeJob("place")} />
          <StartJobButton kind="project" activeJobId={activeJob("project")}>
            Recompute the maps
          </StartJobButton>
        </MapAbout>
      }
      effectNote={
        <Suspense fallback={null}>
          <Effects />
        </Suspense>
      }
    />
  );
}

async function Effects() {
  return <EffectNote summary={await summarizeEffects(requestDb())} />;
}
