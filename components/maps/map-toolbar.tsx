"use client";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { mapCategories } from "#lib/maps/map-binary.ts";
import { mapMeasures, measureWords } from "#lib/maps/map-measures.ts";
import { mapColors, mapSizes } from "#lib/maps/map-search-params.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import { DisplayOptions } from "./display-options.tsx";
import { DragTools } from "./drag-tools.tsx";
import { MapPresets } from "./map-presets.tsx";
import { FilterToggle, InspectorToggle, TableToggle } from "./panel-toggles.tsx";
import { QueryBox } from "./query-box.tsx";
import { SaveMenu } from "./save-menu.tsx";
import type { useMapPanels } from "./use-map-panels.ts";
import type { useMapState } from "./use-map-state.ts";

const colorOptions = [
  ...mapCategories.map((category) => ({ value: category, label: category })),
  ...mapMeasures.map((measure) => ({ value: measure, label: measureWords[measure].title })),
];
const sizeOptions = [
  { value: "same", label: "same for all" },
  ...mapSizes.map((measure) => ({ value: measure, label: measureWords[measure].title })),
];

type MapToolbarProps = {
  state: ReturnType<typeof useMapState>;
  panels: ReturnType<typeof useMapPanels>;
  /** The types that have a map. */
  types: readonly ProjectedType[];
  tool: ScatterTool;
  onToolChange: (tool: ScatterTool) => void;
  /** The memories that an export holds. */
  ids: readonly string[];
  svg: () => string | null;
};

/** How the maps are drawn, what is looked for, what a drag does, and which panels are open. */
export function MapToolbar({ state, panels, types, tool, onToolChange, ids, svg }: MapToolbarProps) {
  const { change, type } = state;
  return (
    <>
      {type ? (
        <ToolbarSelect
          label="Map of"
          quiet
          value={type}
          options={types.map((each) => ({ value: each, label: each === "all" ? "all types" : each }))}
          onChange={(value) => change({ type: types.find((each) => each === value) ?? null })}
        />
      ) : null}
      <ToolbarSelect
        label="Color"
        value={state.color}
        options={colorOptions}
        onChange={(value) => change({ color: mapColors.find((color) => color === value) ?? "benchmark" })}
      />
      <ToolbarSelect
        label="Size"
        value={state.size}
        options={sizeOptions}
        onChange={(value) => change({ size: mapSizes.find((size) => size === value) ?? "same" })}
      />
      <QueryBox key={state.query} query={state.query} onQueryChange={(query) => change({ query })} />
      <MapPresets onAsk={change} />
      <DragTools tool={tool} onToolChange={onToolChange} />
      <div className="flex shrink-0 items-center">
        <SaveMenu ids={ids} svg={svg} />
        <DisplayOptions state={state} />
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        <FilterToggle panels={panels} set={state.off.length + state.range.length} />
        <TableToggle panels={panels} />
        <InspectorToggle panels={panels} />
      </div>
    </>
  );
}
