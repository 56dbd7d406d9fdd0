"use client";
import { type ReactNode, useId, useState } from "react";
import { BenchmarkMark } from "#components/charts/benchmark-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { FacetCount, FacetCounts } from "#lib/memories/facets.ts";
import type { MemoryFacet, MemoryFilter } from "#lib/memories/search-params.ts";
import { isShared } from "./constant-facets.ts";

type FacetPanelProps = {
  counts: FacetCounts;
  filter: MemoryFilter;
  onChange: (facet: MemoryFacet, values: string[]) => void;
};

const facets: { facet: MemoryFacet; title: string }[] = [
  { facet: "type", title: "Type" },
  { facet: "effect", title: "Effect" },
  { facet: "review", title: "Review" },
  { facet: "severity", title: "Worst lint finding" },
  { facet: "benchmark", title: "Benchmark" },
  { facet: "lifecycle", title: "Lifecycle" },
  { facet: "validity", title: "Validity" },
  { facet: "outcome", title: "Task outcome" },
  { facet: "lint", title: "Lint rule" },
  { facet: "tag", title: "Tag" },
  { facet: "generator", title: "Generator" },
];
/** Where the value itself would not say it. */
const names: Partial<Record<MemoryFacet, Record<string, string>>> = {
  validity: {
    valid: "valid now",
    expiring: "ends within 30 days",
    "not-yet-valid": "not yet valid",
  },
  effect: { few: "too few tasks", unknown: "no data" },
  severity: { none: "no findings" },
};
const shortList = 8;

/** The filters with their counts; facets without any value are left out. */
export function FacetPanel({ counts, filter, onChange }: FacetPanelProps) {
  return (
    <div className="flex flex-col gap-3">
      {facets
        .filter(({ facet }) => filter[facet].length > 0 || !tellsNothing(counts, facet))
        .map(({ facet, title }) => (
          <FacetGroup
            key={facet}
            title={title}
            counts={counts[facet]}
            selected={filter[facet]}
            onChange={(values) => onChange(facet, values)}
            nameOf={(value) => nameOf(facet, value)}
          />
        ))}
    </div>
  );
}

/** A facet without values, or with one that every memory has: no choice would change what is shown. */
function tellsNothing(counts: FacetCounts, facet: MemoryFacet): boolean {
  const total = counts.lifecycle.reduce((sum, { count }) => sum + count, 0);
  return counts[facet].length === 0 || isShared(counts[facet], total);
}

function nameOf(facet: MemoryFacet, value: string): ReactNode {
  if (facet === "benchmark") return <BenchmarkMark name={value} className="flex min-w-0" />;
  const name = names[facet]?.[value] ?? value;
  return (
    <span className="block truncate" title={name}>
      {name}
    </span>
  );
}

type FacetGroupProps = {
  title: string;
  counts: FacetCount[];
  selected: readonly string[];
  onChange: (values: string[]) => void;
  nameOf: (value: string) => ReactNode;
};

function FacetGroup({ title, counts, selected, onChange, nameOf }: FacetGroupProps) {
  const [long, setLong] = useState(false);
  const id = useId();
  const shown = long
    ? counts
    : counts.filter((entry, index) => index < shortList || selected.includes(entry.value));
  function toggle(value: string, checked: boolean) {
    onChange(checked ? [...selected, value] : selected.filter((other) => other !== value));
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-0.5">
      <legend className="mb-1 text-xs font-medium text-muted">{title}</legend>
      {shown.map(({ value, count }) => (
        <div key={value} className="flex min-h-6 items-center gap-1 text-sm">
          <Checkbox
            id={`${id}-${value}`}
            checked={selected.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          <label htmlFor={`${id}-${value}`} className="flex min-w-0 flex-1 justify-between gap-2">
            <span className="min-w-0">{nameOf(value)}</span>
            <span className="text-xs leading-5 text-muted">{count.toLocaleString("en")}</span>
          </label>
        </div>
      ))}
      {counts.length > shortList ? (
        <Button variant="link" size="small" className="self-start" onClick={() => setLong(!long)}>
          {long ? "Show fewer" : `Show all ${counts.length}`}
        </Button>
      ) : null}
    </fieldset>
  );
}
