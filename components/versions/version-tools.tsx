"use client";
import { formatTime } from "#components/jobs/job-times.ts";
import { mapFacts } from "#components/maps/map-facts.ts";
import { ToolbarSelect } from "#components/ui/toolbar-select.tsx";
import { isMeasure, mapColors } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import type { useTwoMaps } from "./use-two-maps.ts";

type VersionToolsProps = { versions: readonly ProjectionSummary[] } & Pick<
  ReturnType<typeof useTwoMaps>,
  "sides" | "params" | "setParams"
>;

const colors = mapColors.filter((color) => !isMeasure(color));

/** Which two maps, and what their colors tell. */
export function VersionTools({ versions, sides, params, setParams }: VersionToolsProps) {
  const options = versions.map((each) => ({
    value: each.id,
    label: `${each.type}, ${mapFacts(each).slice(0, 3).join(", ")}, ${formatTime(each.asOf)}`,
  }));
  return (
    <>
      {sides.map(({ name, summary }) => (
        <ToolbarSelect
          key={name}
          label={name === "a" ? "First map" : "Second map, aligned to the first"}
          quiet
          wide
          value={summary.id}
          options={options}
          onChange={(id) => setParams({ [name]: id, side: null, area: null })}
        />
      ))}
      <ToolbarSelect
        label="Color"
        value={params.color}
        options={colors.map((color) => ({ value: color, label: color }))}
        onChange={(value) => setParams({ color: colors.find((color) => color === value) ?? null })}
      />
    </>
  );
}
