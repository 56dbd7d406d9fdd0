"use client";
import { useTheme } from "next-themes";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { formatTime } from "#components/jobs/job-times.ts";
import { MapCanvas } from "#components/maps/map-canvas.tsx";
import { MapPanel, mapFacts } from "#components/maps/map-panel.tsx";
import { areaFromNumbers, numbersFromArea, selectionMask } from "#components/maps/map-selection.ts";
import { MemoryTable } from "#components/maps/memory-table.tsx";
import { StaleNotice } from "#components/maps/stale-notice.tsx";
import { useMapDrawing } from "#components/maps/use-map-drawing.ts";
import { useMaps } from "#components/maps/use-maps.ts";
import type { Area } from "#components/scatter/area.ts";
import { pointsInside } from "#components/scatter/find-points.ts";
import type { ScatterTool } from "#components/scatter/scatter-data.ts";
import type { Viewport } from "#components/scatter/viewport.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { isMeasure, mapColors, versionSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";

const [unfiltered, none]: [never[], readonly never[]] = [[], []];
const sides = ["a", "b"] as const;

type VersionsWorkbenchProps = {
  versions: readonly ProjectionSummary[];
  /** A job under way that places memories. */
  activeJobId: string | null;
};

/** Two stored maps beside each other, the second laid onto the first, with one selection for both. */
export function VersionsWorkbench({ versions, activeJobId }: VersionsWorkbenchProps) {
  const [params, setParams] = useQueryStates(versionSearchParams, {
    history: "replace",
    clearOnDefault: true,
  });
  const dark = useTheme().resolvedTheme === "dark";
  const [tool, setTool] = useState<ScatterTool>("lasso");
  const [views, setViews] = useState<Partial<Record<"a" | "b", Viewport | null>>>({});
  const a = versions.find(({ id }) => id === params.a) ?? versions[0];
  const b =
    versions.find(({ id }) => id === params.b) ??
    versions.find((each) => each !== a && each.type === a?.type) ??
    versions[1] ??
    a;
  // The second is asked for as it lies on the first.
  const keys = { a: a?.id ?? "", b: a && b && b !== a ? `${b.id}?alignTo=${a.id}` : (b?.id ?? "") };
  const { loads, retry } = useMaps([keys.a, keys.b], `${a?.drift.placed} ${b?.drift.placed}`);
  const shown = useMemo(
    () => [a && { ...a, id: keys.a }, b && { ...b, id: keys.b }].filter((each) => each !== undefined),
    [a, b, keys.a, keys.b],
  );
  const view = {
    color: params.color,
    shape: null,
    size: "same" as const,
    off: unfiltered,
    range: unfiltered,
  };
  const { maps, looks } = useMapDrawing(loads, shown, view, dark);
  const area = useMemo(() => areaFromNumbers(params.area), [params.area]);
  const drawnOn = maps.get(keys[params.side]);
  const ids = useMemo(() => {
    const inside = drawnOn && area.length > 0 ? pointsInside(drawnOn.data.grid, area, null) : [];
    return [...new Set([...Array.from(inside, (index) => drawnOn?.points.ids[index] ?? ""), ...params.ids])];
  }, [drawnOn, area, params.ids]);
  const selected = useMemo(() => new Set(ids), [ids]);
  if (!a || !b) return null;
  // The address names both maps from now on: a newer one must not slip under the area.
  const drawOn = (side: "a" | "b", corners: Area) =>
    setParams({ a: a.id, b: b.id, side, area: numbersFromArea(corners), ids: null });
  const clear = () => setParams({ side: null, area: null, ids: null });
  const toggle = (id: string) =>
    setParams({
      ids: params.ids.includes(id) ? params.ids.filter((other) => other !== id) : [...params.ids, id],
    });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        {sides.map((side) => (
          <VersionField
            key={side}
            label={side === "a" ? "First map" : "Second map, laid onto the first"}
            versions={versions}
            value={side === "a" ? a.id : b.id}
            onChange={(id) => setParams({ [side]: id, side: null, area: null })}
          />
        ))}
        <Field label="Color" className="w-40">
          <Select
            value={params.color}
            options={mapColors
              .filter((color) => !isMeasure(color))
              .map((color) => ({ value: color, label: color }))}
            onChange={(event) =>
              setParams({ color: mapColors.find((color) => color === event.target.value) ?? null })
            }
          />
        </Field>
      </div>
      <StaleNotice summaries={[...new Set([a, b])]} activeJobId={activeJobId} />
      <div className="grid min-w-0 gap-3 md:grid-cols-2">
        {sides.map((side) => {
          const summary = side === "a" ? a : b;
          const map = maps.get(keys[side]);
          const look = looks.get(keys[side]);
          return (
            <MapPanel key={side} summary={summary} load={loads[keys[side]]} onRetry={retry}>
              {map && look ? (
                <MapCanvas
                  map={map}
                  label={`${map.points.ids.length} ${summary.type} memories, ${side === "a" ? "first" : "second"} map`}
                  look={look}
                  visible={map.filtered.visible}
                  selected={selectionMask(map.points.ids, selected)}
                  areas={params.side === side && area.length > 0 ? [area] : none}
                  viewport={views[side] ?? null}
                  onViewport={(viewport) => setViews((before) => ({ ...before, [side]: viewport }))}
                  tool={tool}
                  onTool={setTool}
                  large={false}
                  dark={dark}
                  contours={false}
                  labels={none}
                  links={null}
                  onSelect={(corners) => drawOn(side, corners)}
                  onClear={clear}
                  onPick={toggle}
                />
              ) : null}
            </MapPanel>
          );
        })}
      </div>
      <Card
        flush
        title={`${ids.length.toLocaleString("en")} selected on both maps`}
        description="Drag on either map: the same memories stand out on the other. The second is turned, mirrored, scaled and shifted to lie on the first as well as it can (Procrustes); its inner distances stay."
        actions={
          ids.length > 0 ? (
            <Button size="small" onClick={clear}>
              Clear the selection
            </Button>
          ) : null
        }
      >
        {ids.length > 0 ? (
          <MemoryTable
            label="Selected memories"
            ids={ids}
            measure={null}
            selected={selected}
            onPick={toggle}
          />
        ) : null}
      </Card>
    </>
  );
}

type VersionFieldProps = {
  label: string;
  versions: readonly ProjectionSummary[];
  value: string;
  onChange: (id: string) => void;
};

function VersionField({ label, versions, value, onChange }: VersionFieldProps) {
  return (
    <Field label={label} className="w-96 max-w-full">
      <Select
        value={value}
        options={versions.map((each) => ({
          value: each.id,
          label: `${each.type}, ${mapFacts(each).slice(0, 3).join(", ")}, ${formatTime(each.asOf)}`,
        }))}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
