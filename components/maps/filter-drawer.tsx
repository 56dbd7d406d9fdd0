"use client";
import type { ReactNode } from "react";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import type { useMapPanels } from "./use-map-panels.ts";

type FilterDrawerProps = { panels: ReturnType<typeof useMapPanels>; children: ReactNode };

/** The filters at the left of the maps; a sheet over them in narrow windows. */
export function FilterDrawer({ panels, children }: FilterDrawerProps) {
  if (!panels.wide) {
    return (
      <Sheet
        open={panels.sheet === "filters"}
        onOpenChange={(open) => panels.setSheet(open ? "filters" : null)}
      >
        <SheetContent title="Filters" side="left">
          {children}
        </SheetContent>
      </Sheet>
    );
  }
  if (!panels.filters) return null;
  return (
    <aside aria-label="Filters" className="flex w-56 shrink-0 border-r border-line bg-surface max-lg:hidden">
      <ScrollRegion
        label="Filters, scrolling"
        className="flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto p-2"
      >
        {children}
      </ScrollRegion>
    </aside>
  );
}
