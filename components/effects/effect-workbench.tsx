"use client";
import { useRouter } from "next/navigation";
import { useQueryState } from "nuqs";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { createHoverStore } from "#components/maps/hover-store.ts";
import { MapInspector } from "#components/maps/map-inspector.tsx";
import type { MapPanels } from "#components/maps/map-panels.ts";
import { InspectorToggle, TableToggle } from "#components/maps/panel-toggles.tsx";
import { SelectionBar } from "#components/maps/selection-bar.tsx";
import { TableDrawer } from "#components/maps/table-drawer.tsx";
import { useMapPanels } from "#components/maps/use-map-panels.ts";
import { useOpenKey } from "#components/maps/use-open-key.ts";
import { WorkbenchFrame } from "#components/maps/workbench-frame.tsx";
import type { AbstractionMeasure } from "#lib/attribution/abstraction-effects.ts";
import { effectParams } from "#lib/attribution/effect-search-params.ts";
import type { PlaneAxes } from "./effect-axes.tsx";
import { EffectChart } from "./effect-chart.tsx";
import type { LinkedEffect } from "./effect-columns.tsx";
import type { EffectDot } from "./effect-dots.ts";
import { EffectTable } from "./effect-table.tsx";

type EffectWorkbenchProps = {
  /** What was open the last time. */
  panels: MapPanels;
  about: ReactNode;
  picker: ReactNode;
  /** What the runs can tell of all memories. */
  note: ReactNode;
  axes: PlaneAxes;
  dots: readonly EffectDot[];
  measure: AbstractionMeasure;
  /** The rows of the page of the table; `total` counts those of all pages. */
  rows: LinkedEffect[];
  total: number;
  page: number;
};

/** The effect plane as a view of the map: the dots fill the window, the table and the memory one is at lie around them. */
export function EffectWorkbench({
  about,
  picker,
  note,
  axes,
  dots,
  measure,
  ...props
}: EffectWorkbenchProps) {
  const router = useRouter();
  const panels = useMapPanels(props.panels);
  const [hover] = useState(createHoverStore);
  const [at, setAt] = useQueryState("at", effectParams.at);
  const [ids, setIds] = useState<readonly string[]>([]);
  const selected = useMemo(() => new Set(ids), [ids]);
  const inspect = useCallback((id: string | null) => void setAt(id), [setAt]);
  const pick = (id: string) => setIds(selected.has(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  useOpenKey(at);
  const suspects = dots.filter(({ isSuspect }) => isSuspect).length;
  const title = `${suspects} abstract and harmful of ${props.total.toLocaleString("en")}`;
  return (
    <WorkbenchFrame
      current="effects"
      about={about}
      tools={
        <>
          {picker}
          <span className="ml-auto flex shrink-0 gap-0.5">
            <TableToggle panels={panels} />
            <InspectorToggle panels={panels} />
          </span>
        </>
      }
    >
      <div className="flex min-h-24 flex-1">
        <div className="relative min-w-0 flex-1 bg-surface max-lg:h-[calc(100dvh-5rem)] max-lg:min-h-80">
          <EffectChart
            {...{ axes, dots, measure, selected }}
            chosen={at}
            onFocus={hover.set}
            onChoose={inspect}
            onPick={pick}
          />
          <p className="pointer-events-none absolute top-2 left-2 flex gap-x-2 text-xs">
            <b className="font-medium">{title}</b>
            <span className="text-muted max-md:hidden">
              colored = named at q ≤ .05, gray = may be chance; size = tasks
            </span>
          </p>
          <SelectionBar ids={ids} onClear={() => setIds([])} onChanged={router.refresh} />
        </div>
        {panels.inspector ? (
          <MapInspector hover={hover} chosen={at} onChoose={inspect} selected={selected} onPick={pick}>
            <section className="flex min-w-0 flex-col gap-1.5 text-sm text-muted">
              <p>Hover over a dot to read its memory here; click to keep it.</p>
              <p>Arrow keys go from dot to dot, Enter keeps one, x selects it.</p>
              {note}
            </section>
          </MapInspector>
        ) : null}
      </div>
      <TableDrawer panels={panels} title={title} actions={null}>
        <EffectTable
          rows={props.rows}
          total={props.total}
          page={props.page}
          measure={measure}
          selected={ids}
          onSelectedChange={setIds}
          onChoose={inspect}
        />
      </TableDrawer>
    </WorkbenchFrame>
  );
}
