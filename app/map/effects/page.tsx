import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireRow } from "#app/require-row.ts";
import { EffectChart } from "#components/attribution/effect-chart.tsx";
import { abstractionNames } from "#components/attribution/effect-names.ts";
import { EffectPicker } from "#components/attribution/effect-picker.tsx";
import { EffectTable } from "#components/attribution/effect-table.tsx";
import { MapAbout } from "#components/maps/map-about.tsx";
import { WorkbenchFrame } from "#components/maps/workbench-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { requestDb } from "#lib/access/request-db.ts";
import {
  type AbstractionEffectPlane,
  listAbstractionEffects,
} from "#lib/attribution/abstraction-effect-queries.ts";
import { isAbstract, shownEffects } from "#lib/attribution/abstraction-effects.ts";
import { summarizeAttribution } from "#lib/attribution/attribution-summary.ts";
import { netLossSentence, verdictSentence } from "#lib/attribution/describe-attribution.ts";
import { effectPlane } from "#lib/attribution/effect-plane.ts";
import {
  type EffectParams,
  effectPageSize,
  loadEffectParams,
} from "#lib/attribution/effect-search-params.ts";
import { listComparableRuns } from "#lib/transfer/queries.ts";
import { compareHref } from "#lib/transfer/search-params.ts";

export const metadata = { title: "Effect plane" };

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
  const [runs, found] = await Promise.all([
    listComparableRuns(db),
    listAbstractionEffects(db, {
      base: params.base ?? undefined,
      candidate: params.cand ?? undefined,
      type: params.type ?? undefined,
    }),
  ]);
  return (
    <WorkbenchFrame
      current="effects"
      about={
        <MapAbout purpose="How abstract each memory is, against its effect on the attempts that were shown it. An abstract and harmful memory can do damage far from its own benchmark." />
      }
      tools={
        found || params.base || params.cand ? (
          <EffectPicker
            runs={runs}
            base={found?.base.id ?? params.base ?? ""}
            candidate={found?.candidate.id ?? params.cand ?? ""}
          />
        ) : null
      }
    >
      <ScrollRegion
        label="Effect plane, scrolling"
        className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-2"
      >
        {found ? (
          <Effects found={found} params={params} />
        ) : params.base || params.cand ? (
          <ErrorNotice
            title="These two runs can't be compared"
            message="They share no task, or one of them no longer exists. Choose another baseline or candidate."
          />
        ) : (
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
        )}
      </ScrollRegion>
    </WorkbenchFrame>
  );
}

function Effects({ found, params }: { found: AbstractionEffectPlane; params: EffectParams }) {
  const measure = params.x;
  const { rows, median } = shownEffects(found.rows, params.tasks, measure);
  if (median === null) {
    return (
      <Callout tone="info" title={`No memory shown here has its ${abstractionNames[measure]} measured yet.`}>
        <p>
          Press Measure on{" "}
          <Link href="/abstraction" className="link">
            the Abstraction page
          </Link>
          , choose lint findings, or lower the minimum of paired tasks.
        </p>
      </Callout>
    );
  }
  const plane = effectPlane(rows, measure, median);
  const suspects = plane.points.filter(({ isSuspect }) => isSuspect);
  const summary = summarizeAttribution(rows);
  const pages = Math.max(1, Math.ceil(rows.length / effectPageSize));
  const page = Math.min(pages, Math.max(1, params.page));
  return (
    <>
      <Card
        title={`${suspects.length} abstract and harmful of ${rows.length}`}
        description={`Right of the dashed line = at or above the median ${abstractionNames[measure]} (${median.toFixed(2)}) of the ${rows.length} memories shown here${measure === "lintFindings" ? "; fewer findings = more abstract, so abstract lies to the left" : ""}. Height = share passed of the attempts shown the memory, less that of ${found.base.name} at the same tasks, in points. Colored = named at q ≤ .05; gray = may be chance. Size = number of tasks.`}
      >
        {plane.points.length > 0 ? (
          <ScrollRegion label="Plane of abstraction and effect" className="overflow-x-auto">
            <EffectChart plane={plane} measure={measure} measureName={abstractionNames[measure]} />
          </ScrollRegion>
        ) : (
          <p className="text-sm text-muted">
            No memory was shown at {params.tasks} paired tasks. Lower the minimum.
          </p>
        )}
        <p className="text-xs text-muted">
          {verdictSentence(summary)} {netLossSentence(summary)}{" "}
          {plane.unmeasured > 0 ? `${plane.unmeasured} without this measure are in the table only.` : ""}
        </p>
      </Card>
      {rows.length > 0 ? (
        <div className="flex min-w-0 flex-col gap-1">
          <EffectTable
            rows={rows.slice((page - 1) * effectPageSize, page * effectPageSize).map((row) => ({
              ...row,
              isAbstract: isAbstract(row, measure, median),
              tasksHref: compareHref("/compare", {
                base: found.base.id,
                cand: found.candidate.id,
                tab: "tasks",
                memory: row.memoryId,
              }),
            }))}
            total={rows.length}
            page={page}
            measure={measure}
          />
          <p className="text-xs text-muted">
            Harmful first, then suspected, by q. In parentheses: tasks expected lost or gained by chance
            alone. Lost alone: no other memory was shown.
          </p>
        </div>
      ) : null}
    </>
  );
}
