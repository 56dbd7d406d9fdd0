"use client";
import { useTheme } from "next-themes";
import { useCallback, useState } from "react";
import { createHoverStore } from "#components/maps/hover-store.ts";
import { MapAbout } from "#components/maps/map-about.tsx";
import { MapInspector } from "#components/maps/map-inspector.tsx";
import type { MapPanels } from "#components/maps/map-panels.ts";
import { MapTable } from "#components/maps/map-table.tsx";
import { InspectorToggle, TableToggle } from "#components/maps/panel-toggles.tsx";
import { SelectionBar } from "#components/maps/selection-bar.tsx";
import { StaleNotice } from "#components/maps/stale-notice.tsx";
import { TableDrawer } from "#components/maps/table-drawer.tsx";
import { useMapPanels } from "#components/maps/use-map-panels.ts";
import { useOpenKey } from "#components/maps/use-open-key.ts";
import { WorkbenchFrame } from "#components/maps/workbench-frame.tsx";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { NewProjection } from "./new-projection.tsx";
import { useTwoMaps } from "./use-two-maps.ts";
import { VersionMap } from "./version-map.tsx";
import { VersionTools } from "./version-tools.tsx";

type VersionsWorkbenchProps = {
  versions: readonly ProjectionSummary[];
  /** What was open the last time. */
  panels: MapPanels;
  purpose: string;
  /** A job under way that places memories. */
  activeJobId: string | null;
};

/** Two stored maps beside each other, the second laid onto the first, with one selection for both. */
export function VersionsWorkbench({ versions, purpose, activeJobId, ...props }: VersionsWorkbenchProps) {
  const dark = useTheme().resolvedTheme === "dark";
  const two = useTwoMaps(versions, dark);
  const panels = useMapPanels(props.panels);
  const [hover] = useState(createHoverStore);
  const { params, setParams } = two;
  const inspect = useCallback((id: string | null) => void setParams({ at: id }), [setParams]);
  const summaries = [...new Set(two.sides.map(({ summary }) => summary))];
  useOpenKey(params.at);
  return (
    <WorkbenchFrame
      current="versions"
      about={
        <MapAbout purpose={purpose} summaries={summaries}>
          <StaleNotice summaries={summaries} activeJobId={activeJobId} />
          <h2 className="font-semibold">Compute another map</h2>
          <p className="text-muted">
            Use another seed or other parameters. Stored maps are kept; Map shows the newest of each type.
          </p>
          <NewProjection />
        </MapAbout>
      }
      tools={
        <>
          <VersionTools versions={versions} {...two} />
          <span className="ml-auto flex shrink-0 gap-0.5">
            <TableToggle panels={panels} />
            <InspectorToggle panels={panels} />
          </span>
        </>
      }
    >
      <div className="flex min-h-24 flex-1">
        <div className="relative grid min-w-0 flex-1 gap-px bg-line md:grid-cols-2">
          {two.sides.map((side) => (
            <VersionMap
              key={side.name}
              side={side}
              two={two}
              dark={dark}
              onFocus={hover.set}
              onInspect={inspect}
              briefCard={panels.inspector}
            />
          ))}
          <SelectionBar ids={two.ids} onClear={two.clear} onChanged={two.reload} />
        </div>
        {panels.inspector ? (
          <MapInspector
            hover={hover}
            chosen={params.at}
            onChoose={inspect}
            selected={two.selected}
            onPick={two.toggle}
          >
            <p className="text-sm text-muted">
              Drag on either map to highlight the same memories on the other. The second is rotated, mirrored,
              scaled and shifted to fit the first as closely as possible (Procrustes); its relative distances
              are unchanged.
            </p>
          </MapInspector>
        ) : null}
      </div>
      <TableDrawer
        panels={panels}
        title={`${two.ids.length.toLocaleString("en")} selected on both maps`}
        actions={null}
      >
        <MapTable
          label="Selected memories"
          ids={two.ids}
          maps={two.drawn}
          measure={null}
          selected={two.ids}
          onSelectedChange={two.reselect}
          onChoose={inspect}
        />
      </TableDrawer>
    </WorkbenchFrame>
  );
}
