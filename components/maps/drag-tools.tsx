"use client";
import { Lasso, Move, SquareDashedMousePointer } from "lucide-react";
import { type ScatterTool, scatterTools } from "#components/scatter/scatter-data.ts";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";
import { IconButton } from "#components/ui/icon-button.tsx";

const tools = {
  pan: { label: "Pan", icon: Move, key: "p" },
  rectangle: { label: "Select with a box", icon: SquareDashedMousePointer, key: "r" },
  lasso: { label: "Select with a lasso", icon: Lasso, key: "l" },
} as const;

type DragToolsProps = { tool: ScatterTool; onToolChange: (tool: ScatterTool) => void };

/** What a drag on a map does. */
export function DragTools({ tool: chosen, onToolChange }: DragToolsProps) {
  useHotkeys(Object.fromEntries(scatterTools.map((tool) => [tools[tool].key, () => onToolChange(tool)])));
  return (
    <fieldset className="flex shrink-0">
      <legend className="sr-only">Drag mode</legend>
      {scatterTools.map((tool) => {
        const { label, icon: Icon, key } = tools[tool];
        return (
          <IconButton
            key={tool}
            size="small"
            label={`${label} (${key})`}
            variant={chosen === tool ? "secondary" : "ghost"}
            aria-pressed={chosen === tool}
            aria-keyshortcuts={key}
            onClick={() => onToolChange(tool)}
          >
            <Icon aria-hidden />
          </IconButton>
        );
      })}
    </fieldset>
  );
}
