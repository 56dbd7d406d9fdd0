"use client";
import { ChevronsDown, ChevronsUp, X } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Sheet, SheetContent } from "#components/ui/sheet.tsx";
import type { useMapPanels } from "./use-map-panels.ts";

type TableDrawerProps = {
  panels: ReturnType<typeof useMapPanels>;
  /** What the rows are: "431 shown". */
  title: string;
  /** Beside the title. */
  actions: ReactNode;
  children: ReactNode;
};

/** Of the drawer, and within it of the rows: the rest is its head and the pages. */
const heights = {
  half: { height: "21rem", "--table-height": "16rem" },
  tall: { height: "calc(100dvh - 13rem)", "--table-height": "calc(100dvh - 18rem)" },
} as Record<"half" | "tall", CSSProperties>;

/** The table under the maps, in two heights; a sheet over them in narrow windows. */
export function TableDrawer({ panels, title, actions, children }: TableDrawerProps) {
  const { wide, table } = panels;
  if (!wide) {
    return (
      <Sheet open={panels.sheet === "table"} onOpenChange={(open) => panels.setSheet(open ? "table" : null)}>
        <SheetContent title={title} className="w-[calc(100vw-1rem)]">
          <div className="flex gap-1.5">{actions}</div>
          {children}
        </SheetContent>
      </Sheet>
    );
  }
  if (table === "closed") return null;
  const other = table === "half" ? "tall" : "half";
  return (
    <section
      aria-label="Table"
      className="shrink-0 overflow-hidden border-t border-line bg-surface max-lg:hidden"
      style={heights[table]}
    >
      <header className="flex h-8 items-center gap-2 px-2 text-xs">
        <p className="text-sm font-medium">{title}</p>
        {actions}
        <span className="ml-auto flex">
          <IconButton
            size="small"
            label={other === "tall" ? "Make the table taller" : "Make the table shorter"}
            onClick={() => panels.change({ table: other })}
          >
            {other === "tall" ? <ChevronsUp aria-hidden /> : <ChevronsDown aria-hidden />}
          </IconButton>
          <IconButton size="small" label="Close the table" onClick={() => panels.change({ table: "closed" })}>
            <X aria-hidden />
          </IconButton>
        </span>
      </header>
      {children}
    </section>
  );
}
