import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { preload } from "react-dom";
import { AbstractionTable } from "#components/abstraction/abstraction-table.tsx";
import { BeforeAfter } from "#components/abstraction/before-after.tsx";
import { EffectNote } from "#components/attribution/effect-note.tsx";
import { EmptyMap } from "#components/maps/empty-map.tsx";
import { MapTabs } from "#components/maps/map-tabs.tsx";
import { MapWorkbench } from "#components/maps/map-workbench.tsx";
import { StaleNotice } from "#components/maps/stale-notice.tsx";
import { StartJobButton } from "#components/maps/start-job-button.tsx";
import { PageBody } from "#components/shell/page-body.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { listMetricHistory } from "#lib/abstraction/metric-history.ts";
import { listAbstraction } from "#lib/abstraction/queries.ts";
import { summarizeEffects } from "#lib/attribution/memory-effects.ts";
import { getDb } from "#lib/db/client.ts";
import { getActiveSpace, spaceName } from "#lib/embeddings/spaces.ts";
import { listUnfinishedJobs } from "#lib/jobs/queries.ts";
import { mapAddress } from "#lib/maps/map-binary.ts";
import {
  type AbstractionSearchParams,
  loadAbstractionSearchParams,
  loadShownType,
} from "#lib/maps/map-search-params.ts";
import { listProjections } from "#lib/maps/queries.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { listTags } from "#lib/memories/tags.ts";

export const metadata = { title: "Map" };

export default async function MapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const db = getDb();
  const [params, { type }, space, jobs, memoryCount] = await Promise.all([
    loadAbstractionSearchParams(searchParams),
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
      {memoryCount > 0 && space ? (
        <Suspense fallback={<SkeletonRows rows={6} label="Reading the measurements" />}>
          <Measures
            spaceId={space.id}
            space={spaceName(space)}
            params={params}
            activeJobId={activeJob("metrics")}
          />
        </Suspense>
      ) : null}
    </PageBody>
  );
}

async function Effects() {
  return <EffectNote summary={await summarizeEffects(getDb())} />;
}

type MeasuresProps = {
  spaceId: string;
  space: string;
  params: AbstractionSearchParams;
  activeJobId: string | null;
};

async function Measures({ spaceId, space, params, activeJobId }: MeasuresProps) {
  const db = getDb();
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
