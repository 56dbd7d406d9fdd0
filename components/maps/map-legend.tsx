"use client";
import { Mark } from "#components/charts/mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { MapCategory } from "#lib/maps/map-binary.ts";
import { categoryLook } from "./category-look.ts";
import type { NameCount } from "./filter-summary.ts";

type MapLegendProps = {
  category: MapCategory;
  names: readonly NameCount[];
  hidden: ReadonlySet<string>;
  onHiddenChange: (hidden: string[]) => void;
};

const mostNames = 30;

/** One legend for all maps. A click hides or shows a name; with Shift it shows that name alone. */
export function MapLegend({ category, names, hidden, onHiddenChange }: MapLegendProps) {
  function toggle(name: string) {
    onHiddenChange(hidden.has(name) ? [...hidden].filter((other) => other !== name) : [...hidden, name]);
  }
  function only(name: string) {
    onHiddenChange(names.map((entry) => entry.name).filter((other) => other !== name));
  }

  return (
    <fieldset className="flex shrink-0 items-center">
      <legend className="sr-only">Shown by {category}</legend>
      {names.slice(0, mostNames).map(({ name, shown }) => (
        <button
          key={name}
          type="button"
          aria-pressed={!hidden.has(name)}
          onClick={(event) => (event.altKey || event.shiftKey ? only(name) : toggle(name))}
          title={`${hidden.has(name) ? "Show" : "Hide"} ${name}; Shift-click: show only it`}
          className={cn(
            "inline-flex h-6 max-w-40 items-center gap-1 rounded px-0.5 text-xs whitespace-nowrap hover:bg-sunken",
            hidden.has(name) && "text-muted line-through",
          )}
        >
          <Mark {...categoryLook(category, name)} className={cn(hidden.has(name) && "opacity-40")} />
          <span className="truncate">{name}</span>{" "}
          <span className="text-muted max-2xl:sr-only">{shown.toLocaleString("en")}</span>
        </button>
      ))}
      {names.length > mostNames ? (
        <span className="text-xs whitespace-nowrap text-muted">
          and {names.length - mostNames} more under Filters
        </span>
      ) : null}
      {hidden.size > 0 ? (
        <Button size="small" variant="ghost" className="h-6" onClick={() => onHiddenChange([])}>
          Show all
        </Button>
      ) : null}
    </fieldset>
  );
}
