import { cookies } from "next/headers";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireRow } from "#app/require-row.ts";
import { EffectPicker } from "#components/effects/effect-picker.tsx";
import { EffectPlaneView } from "#components/effects/effect-plane-view.tsx";
import { MapAbout } from "#components/maps/map-about.tsx";
import { panelCookie, panelsFrom } from "#components/maps/map-panels.ts";
import { WorkbenchFrame } from "#components/maps/workbench-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import { listAbstractionEffects } from "#lib/attribution/abstraction-effect-queries.ts";
import { type EffectParams, loadEffectParams } from "#lib/attribution/effect-search-params.ts";
import { listComparableRuns } from "#lib/transfer/queries.ts";

export const metadata = { title: "Effect plane" };

const purpose =
  "How abstract each memory is, against its effect on the attempts that were shown it. An abstract and harmful memory can do damage far from its own benchmark.";

export default async function EffectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await loadEffectParams(searchParams);
  await requireRow("Run", params.base, params.cand);
  return (
    <Suspense fallback={<SkeletonRows rows={12} label="Comparing the runs" />}>
      <EffectsOf params={params} />
    </Suspense>
  );
}

async function EffectsOf({ params }: { params: EffectParams }) {
  const db = requestDb();
  const [runs, found, jar] = await Promise.all([
    listComparableRuns(db),
    listAbstractionEffects(db, {
      base: params.base ?? undefined,
      candidate: params.cand ?? undefined,
      type: params.type ?? undefined,
    }),
    cookies(),
  ]);
  const isChosen = params.base !== null || params.cand !== null;
  const picker =
    found || isChosen ? (
      <EffectPicker
        runs={runs}
        base={found?.base.id ?? params.base ?? ""}
        candidate={found?.candidate.id ?? params.cand ?? ""}
      />
    ) : null;
  if (found) {
    const panels = panelsFrom(jar.get(panelCookie)?.value);
    return <EffectPlaneView {...{ found, params, panels, picker, purpose }} />;
  }
  return (
    <WorkbenchFrame current="effects" about={<MapAbout purpose={purpose} />} tools={picker}>
      <div className="p-2">{isChosen ? <NotComparable /> : <NoRuns />}</div>
    </WorkbenchFrame>
  );
}

function NotComparable() {
  return (
    <ErrorNotice
      title="These two runs can't be compared"
      message="They share no task, or one of them no longer exists. Choose another baseline or candidate."
    />
  );
}

function NoRuns() {
  return (
    <EmptyState
      title="No runs to compare yet"
      command="npx carryover import PATH --arm memory"
      actions={
        <Button asChild variant="primary">
          <Link href="/import">Import runs</Link>
        </Button>
      }
    >
      The effect of a memory needs a run with memory and a zero-shot run of the same tasks, with the
      retrievals of each trial.
    </EmptyState>
  );
}
