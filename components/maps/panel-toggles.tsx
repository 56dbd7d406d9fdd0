"use client";
import { ListFilter, type LucideIcon, PanelRight, Table2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { useMapPanels } from "./use-map-panels.ts";

type PanelToggleProps = {
  label: string;
  /** Beside the icon. */
  note?: string;
  open: boolean;
  shortcut: string;
  icon: LucideIcon;
  onToggle: () => void;
};

function PanelToggle({ label, note, open, shortcut, icon: Icon, onToggle }: PanelToggleProps) {
  return (
    <Button
      size="small"
      variant={open ? "secondary" : "ghost"}
      aria-expanded={open}
      aria-keyshortcuts={shortcut}
      aria-label={note ? `${label} ${note}` : label}
      title={`${label} (${shortcut})`}
      className="gap-0.5 px-1.5"
      onClick={onToggle}
    >
      <Icon aria-hidden />
      {note}
    </Button>
  );
}

type Panels = ReturnType<typeof useMapPanels>;

export function FilterToggle({ panels, set }: { panels: Panels; set: number }) {
  return (
    <PanelToggle
      label="Filters"
      {...(set > 0 ? { note: `(${set})` } : {})}
      open={panels.wide ? panels.filters : panels.sheet === "filters"}
      shortcut="f"
      icon={ListFilter}
      onToggle={panels.toggleFilters}
    />
  );
}

export function InspectorToggle({ panels }: { panels: Panels }) {
  return (
    <PanelToggle
      label="Inspector"
      open={panels.inspector}
      shortcut="i"
      icon={PanelRight}
      onToggle={panels.toggleInspector}
    />
  );
}

export function TableToggle({ panels }: { panels: Panels }) {
  return (
    <PanelToggle
      label="Table"
      open={panels.wide ? panels.table !== "closed" : panels.sheet === "table"}
      shortcut="t"
      icon={Table2}
      onToggle={panels.turnTable}
    />
  );
}
