"use client";
import { X } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { cn } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { HoverStore } from "./hover-store.ts";
import { InspectedMemory } from "./inspected-memory.tsx";
import { useSettled } from "./use-settled.ts";

/** How long a pointer must rest on a point before its memory is asked for. */
const restMs = 150;

type MapInspectorProps = {
  hover: HoverStore;
  /** The memory that was chosen; null = none. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
  /** Shown while there is no memory to show. */
  children: ReactNode;
} & Pick<Parameters<typeof InspectedMemory>[0], "selected" | "onPick">;

/**
 * The memory one hovers, or else the one that was chosen, at the right of the maps; over their lower half in narrow
 * windows, for a chosen one alone. It listens to the pointer by itself: the maps are not drawn anew.
 */
export function MapInspector({ hover, chosen, onChoose, selected, onPick, children }: MapInspectorProps) {
  const hovered = useSyncExternalStore(hover.subscribe, hover.get, () => null);
  const rested = useSettled(hovered, restMs);
  const id = rested ?? chosen;
  return (
    <aside
      aria-label="Inspector"
      className={cn(
        "flex w-80 shrink-0 flex-col border-l border-line bg-surface",
        "max-lg:fixed max-lg:inset-x-2 max-lg:bottom-2 max-lg:z-30 max-lg:max-h-[55dvh] max-lg:w-auto max-lg:rounded-md max-lg:border max-lg:shadow-raised",
        chosen === null && "max-lg:hidden",
      )}
    >
      <ScrollRegion label="Inspector, scrolling" className="relative min-h-0 flex-1 overflow-y-auto p-3">
        {chosen !== null && id === chosen ? (
          <IconButton
            label="Close the memory"
            size="small"
            className="absolute top-2 right-2"
            onClick={() => onChoose(null)}
          >
            <X aria-hidden />
          </IconButton>
        ) : null}
        {id === null ? (
          children
        ) : (
          <InspectedMemory key={id} id={id} selected={selected} onPick={onPick} onChoose={onChoose} />
        )}
      </ScrollRegion>
    </aside>
  );
}
