"use client";
import { Lasso, Move, SquareDashedMousePointer } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { type MapColor, mapColors } from "#lib/projections/map-search-params.ts";
import { type ProjectedType, projectedTypes } from "#lib/projections/schema.ts";
import { type MapTool, mapTools } from "./use-map-pointer.ts";

const tools = {
  box: { label: "Select a box", icon: SquareDashedMousePointer },
  lasso: { label: "Select by lasso", icon: Lasso },
  pan: { label: "Move the map", icon: Move },
} as const;

type MapToolbarProps = {
  type: ProjectedType | null;
  onTypeChange: (type: ProjectedType | null) => void;
  color: MapColor;
  onColorChange: (color: MapColor) => void;
  tool: MapTool;
  onToolChange: (tool: MapTool) => void;
};

export function MapToolbar(props: MapToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="flex items-center gap-2">
        <span className="text-muted">Show</span>
        <Select
          aria-label="Show"
          className="w-44"
          value={props.type ?? ""}
          onChange={(event) =>
            props.onTypeChange(projectedTypes.find((type) => type === event.target.value) ?? null)
          }
          options={[
            { value: "", label: "every map" },
            ...projectedTypes.map((type) => ({
              value: type,
              label: type === "all" ? "all types in one" : type,
            })),
          ]}
        />
      </div>
      <div className="flex items-center gap-2">
        <span className="text-muted">Colour</span>
        <Select
          aria-label="Colour"
          className="w-36"
          value={props.color}
          onChange={(event) =>
            props.onColorChange(mapColors.find((color) => color === event.target.value) ?? "benchmark")
          }
          options={mapColors.map((color) => ({ value: color, label: color }))}
        />
      </div>
      <fieldset className="flex items-center gap-1">
        <legend className="sr-only">Dragging on a map</legend>
        {mapTools.map((tool) => {
          const { label, icon: Icon } = tools[tool];
          return (
            <Button
              key={tool}
              size="small"
              variant={props.tool === tool ? "secondary" : "ghost"}
              aria-pressed={props.tool === tool}
              onClick={() => props.onToolChange(tool)}
            >
              <Icon aria-hidden />
              {label}
            </Button>
          );
        })}
      </fieldset>
    </div>
  );
}
