import Link from "next/link";
import type { ReactNode } from "react";
import { EffectNote } from "#components/attribution/effect-note.tsx";
import { MapAbout } from "#components/maps/map-about.tsx";
import type { MapPanels } from "#components/maps/map-panels.ts";
import { WorkbenchFrame } from "#components/maps/workbench-frame.tsx";
import { Callout } from "#components/ui/callout.tsx";
import type { AbstractionEffectPlane } from "#lib/attribution/abstraction-effect-queries.ts";
import { isAbstract, shownEffects } from "#lib/attribution/abstraction-effects.ts";
import { summarizeAttribution } from "#lib/attribution/attribution-summary.ts";
import { effectPlane } from "#lib/attribution/effect-plane.ts";
import { type EffectParams, effectPageSize } from "#lib/attribution/effect-search-params.ts";
import { compareHref } from "#lib/transfer/search-params.ts";
import { effectDots } from "./effect-dots.ts";
import { abstractionNames } from "./effect-names.ts";
import { EffectReading } from "./effect-reading.tsx";
import { EffectWorkbench } from "./effect-workbench.tsx";

type EffectPlaneViewProps = {
  found: AbstractionEffectPlane;
  params: EffectParams;
  panels: MapPanels;
  picker: ReactNode;
  purpose: string;
};

/** Two compared runs as a plane; the browser gets what it draws, and one page of the table. */
export function EffectPlaneView({ found, params, panels, picker, purpose }: EffectPlaneViewProps) {
  const measure = params.x;
  const { rows, median } = shownEffects(found.rows, params.tasks, measure);
  if (median === null) {
    return (
      <WorkbenchFrame current="effects" about={<MapAbout purpose={purpose} />} tools={picker}>
        <div className="p-2">
          <Unmeasured measureName={abstractionNames[measure]} />
        </div>
      </WorkbenchFrame>
    );
  }
  const { points, unmeasured, ...axes } = effectPlane(rows, measure, median);
  const page = Math.min(Math.max(1, params.page), Math.ceil(rows.length / effectPageSize));
  const note = (
    <>
      <EffectNote summary={summarizeAttribution(rows)} />
      {unmeasured > 0 ? (
        <p className="text-xs text-muted">{unmeasured} without this measure are in the table only.</p>
      ) : null}
    </>
  );
  const linked = rows.slice((page - 1) * effectPageSize, page * effectPageSize).map((row) => ({
    ...row,
    isAbstract: isAbstract(row, measure, median),
    tasksHref: compareHref("/compare", {
      base: found.base.id,
      cand: found.candidate.id,
      tab: "tasks",
      memory: row.memoryId,
    }),
  }));
  return (
    <EffectWorkbench
      {...{ panels, picker, note, axes, measure, page }}
      about={
        <MapAbout purpose={purpose}>
          <EffectReading {...{ measure, median }} memories={rows.length} baseline={found.base.name} />
          {note}
        </MapAbout>
      }
      dots={effectDots(points, measure)}
      rows={linked}
      total={rows.length}
    />
  );
}

function Unmeasured({ measureName }: { measureName: string }) {
  return (
    <Callout tone="info" title={`No memory shown here has its ${measureName} measured yet.`}>
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
