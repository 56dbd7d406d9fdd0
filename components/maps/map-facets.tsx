"use client";
import { useId, useState } from "react";
import { Mark } from "#components/charts/mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { type MapCategory, mapCategories } from "#lib/maps/map-binary.ts";
import type { HiddenName } from "#lib/maps/map-search-params.ts";
import { categoryLook } from "./category-look.ts";
import type { NameCount } from "./filter-summary.ts";

type MapFacetsProps = {
  counts: Record<MapCategory, NameCount[]>;
  off: readonly HiddenName[];
  onHiddenChange: (category: MapCategory, names: string[]) => void;
};

const shortList = 10;

/** Every facet with its names and how many points each would show; facets with one name are left out. */
export function MapFacets({ counts, off, onHiddenChange }: MapFacetsProps) {
  return mapCategories
    .filter((category) => counts[category].length > 1)
    .map((category) => (
      <FacetGroup
        key={category}
        category={category}
        names={counts[category]}
        hidden={off.filter((each) => each.category === category).map(({ name }) => name)}
        onHiddenChange={(names) => onHiddenChange(category, names)}
      />
    ));
}

type FacetGroupProps = {
  category: MapCategory;
  names: readonly NameCount[];
  hidden: readonly string[];
  onHiddenChange: (names: string[]) => void;
};

function FacetGroup({ category, names, hidden, onHiddenChange }: FacetGroupProps) {
  const [long, setLong] = useState(false);
  const id = useId();
  const shown = long ? names : names.slice(0, shortList);
  return (
    <fieldset className="flex min-w-0 flex-col gap-0.5">
      <legend className="mb-1 text-xs font-medium text-muted first-letter:uppercase">{category}</legend>
      {shown.map(({ name, shown: count, total }) => (
        <div key={name} className="group flex min-h-6 items-center gap-1 text-xs">
          <Checkbox
            id={`${id}-${name}`}
            checked={!hidden.includes(name)}
            onChange={(event) =>
              onHiddenChange(
                event.target.checked ? hidden.filter((other) => other !== name) : [...hidden, name],
              )
            }
          />
          <label htmlFor={`${id}-${name}`} className="flex min-w-0 flex-1 items-center gap-1.5">
            <Mark {...categoryLook(category, name)} />
            <span className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </span>
            <span className="text-muted">
              {count.toLocaleString("en")}
              {count < total ? <span className="sr-only"> of {total.toLocaleString("en")}</span> : null}
            </span>
          </label>
          <Button
            size="small"
            variant="ghost"
            aria-label={`Only ${name}`}
            onClick={() => onHiddenChange(names.map((each) => each.name).filter((other) => other !== name))}
          >
            only
          </Button>
        </div>
      ))}
      <div className="flex gap-2">
        {names.length > shortList ? (
          <Button variant="link" size="small" onClick={() => setLong(!long)}>
            {long ? "Show fewer" : `Show ${names.length - shortList} more`}
          </Button>
        ) : null}
        {hidden.length > 0 ? (
          <Button variant="link" size="small" onClick={() => onHiddenChange([])}>
            Every {category}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
