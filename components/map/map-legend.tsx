"use client";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import type { MapColor } from "#lib/projections/map-search-params.ts";
import { categoryLook, type LegendEntry } from "./category-look.ts";

type MapLegendProps = {
  color: MapColor;
  entries: readonly LegendEntry[];
  hidden: readonly string[];
  onHiddenChange: (hidden: string[]) => void;
};

/** One legend for all maps. A click hides or shows a name; "only" hides all others. */
export function MapLegend({ color, entries, hidden, onHiddenChange }: MapLegendProps) {
  const isHidden = (name: string) => hidden.includes(name);
  const shown = entries.filter((entry) => !isHidden(entry.name));

  function toggle(name: string) {
    onHiddenChange(isHidden(name) ? hidden.filter((other) => other !== name) : [...hidden, name]);
  }
  function only(name: string) {
    onHiddenChange(entries.map((entry) => entry.name).filter((other) => other !== name));
  }

  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5">
      <legend className="sr-only">Shown by {color}</legend>
      {entries.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          aria-pressed={!isHidden(name)}
          onClick={(event) => (event.altKey || event.shiftKey ? only(name) : toggle(name))}
          title={`${isHidden(name) ? "Show" : "Hide"} ${name}; with Shift: show it alone`}
          className={cn(
            "inline-flex min-h-6 items-center gap-1.5 rounded border border-line bg-surface px-2 py-0.5 text-xs hover:bg-sunken",
            isHidden(name) && "border-dashed bg-transparent text-muted line-through",
          )}
        >
          <Mark {...categoryLook(color, name)} className={cn(isHidden(name) && "opacity-40")} />
          {name} <span className="text-muted">{count.toLocaleString("en")}</span>
        </button>
      ))}
      {shown.length < entries.length ? (
        <Button size="small" variant="ghost" onClick={() => onHiddenChange([])}>
          Show all
        </Button>
      ) : null}
    </fieldset>
  );
}
