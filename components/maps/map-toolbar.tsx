"use client";
import { Lasso, Move, Redo2, SquareDashedMousePointer, Undo2 } from "lucide-react";
import { type ScatterTool, scatterTools } from "#components/scatter/scatter-data.ts";
import { Button } from "#components/ui/button.tsx";
import { LabeledCheckbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { mapCategories } from "#lib/maps/map-binary.ts";
import { mapMeasures, measureWords } from "#lib/maps/map-measures.ts";
import { mapColors } from "#lib/maps/map-search-params.ts";
import { projectedTypes } from "#lib/maps/schema.ts";
import type { useMapState } from "./use-map-state.ts";

const tools = {
  pan: { label: "Move the map", icon: Move, key: "p" },
  rectangle: { label: "Select a box", icon: SquareDashedMousePointer, key: "r" },
  lasso: { label: "Select by lasso", icon: Lasso, key: "l" },
} as const;

const colorOptions = [
  ...mapCategories.map((category) => ({ value: category, label: category })),
  ...mapMeasures.map((measure) => ({ value: measure, label: measureWords[measure].title })),
];
const typeOptions = [
  { value: "", label: "every map" },
  ...projectedTypes.map((type) => ({ value: type, label: type === "all" ? "all types in one" : type })),
];
const shapeOptions = [
  { value: "", label: "as the color" },
  ...mapCategories.map((category) => ({ value: category, label: category })),
];
const sizeOptions = [
  { value: "same", label: "all alike" },
  { value: "retrievals", label: "retrievals" },
];

type MapToolbarProps = {
  state: ReturnType<typeof useMapState>;
  tool: ScatterTool;
  onToolChange: (tool: ScatterTool) => void;
};

/** How the maps are drawn, what a drag does, and the way back. */
export function MapToolbar({ state, tool: chosen, onToolChange }: MapToolbarProps) {
  const { change, undo, redo } = state;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Choice
        label="Show"
        value={state.type ?? ""}
        options={typeOptions}
        onChange={(value) => change({ type: projectedTypes.find((type) => type === value) ?? null })}
      />
      <Choice
        label="Color"
        value={state.color}
        options={colorOptions}
        onChange={(value) => change({ color: mapColors.find((color) => color === value) ?? "benchmark" })}
      />
      <Choice
        label="Shape"
        value={state.shape ?? ""}
        options={shapeOptions}
        onChange={(value) => change({ shape: mapCategories.find((category) => category === value) ?? null })}
      />
      <Choice
        label="Size"
        value={state.size}
        options={sizeOptions}
        onChange={(value) => change({ size: value === "retrievals" ? "retrievals" : "same" })}
      />
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="sr-only">Dragging on a map</legend>
        {scatterTools.map((tool) => {
          const { label, icon: Icon, key } = tools[tool];
          return (
            <Button
              key={tool}
              size="small"
              variant={chosen === tool ? "secondary" : "ghost"}
              aria-pressed={chosen === tool}
              title={`${label}: ${key} on a map`}
              onClick={() => onToolChange(tool)}
            >
              <Icon aria-hidden />
              {label}
            </Button>
          );
        })}
      </fieldset>
      {(["labels", "contours"] as const).map((part) => (
        <LabeledCheckbox
          key={part}
          label={part === "labels" ? "Names of clusters" : "Density lines"}
          checked={state[part]}
          onChange={(event) => change({ [part]: event.target.checked })}
        />
      ))}
      <div className="flex items-center gap-1">
        <IconButton
          size="small"
          label="Undo the last step of the view"
          disabled={!undo}
          onClick={() => undo?.()}
        >
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton size="small" label="Redo the step" disabled={!redo} onClick={() => redo?.()}>
          <Redo2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="flex items-center gap-2">
      <span className="text-muted">{label}</span>
      <Select
        aria-label={label}
        className="w-40"
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
