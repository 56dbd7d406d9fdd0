import type { Area } from "#components/scatter/area.ts";
import { pointsInside } from "#components/scatter/find-points.ts";
import type { SelectionArea } from "#lib/maps/map-search-params.ts";
import type { ProjectedType } from "#lib/maps/schema.ts";
import type { LoadedMap } from "./use-maps.ts";

const mostCorners = 60;

/** A long lasso thinned, so that an address can hold it. */
export function thinArea(area: Area): Area {
  if (area.length <= mostCorners) return area;
  const step = area.length / mostCorners;
  return Array.from({ length: mostCorners }, (_, index) => area[Math.floor(index * step)]).filter(
    (corner) => corner !== undefined,
  );
}

type SelectableMap = LoadedMap & { filtered: { visible: Uint8Array } };

/**
 * The selected memories: the areas in order, each replacing, adding or removing the visible points inside, then those
 * picked one by one. An area on a map that is not loaded selects nothing.
 */
export function selectedIds(
  mapOf: (type: ProjectedType) => SelectableMap | null,
  areas: readonly SelectionArea[],
  picks: readonly string[],
): string[] {
  const chosen = new Set<string>();
  for (const { on, mode, corners } of areas) {
    if (mode === "replace") chosen.clear();
    const map = mapOf(on);
    if (!map) continue;
    for (const index of pointsInside(map.data.grid, corners, map.filtered.visible)) {
      const id = map.points.ids[index] ?? "";
      if (mode === "remove") chosen.delete(id);
      else chosen.add(id);
    }
  }
  for (const pick of picks) {
    if (pick.startsWith("!")) chosen.delete(pick.slice(1));
    else chosen.add(pick);
  }
  return [...chosen];
}

/** The picks after one memory more is selected, or no longer. */
export function togglePick(picks: readonly string[], id: string, isSelected: boolean): string[] {
  const others = picks.filter((pick) => pick !== id && pick !== `!${id}`);
  // A pick taken back is enough unless an area holds it too; "!" is right in both cases.
  return isSelected ? (picks.includes(id) ? others : [...others, `!${id}`]) : [...others, id];
}

/** The picks after the selection became another one by single memories: boxes ticked in a table, one or a page of them. */
export function picksAfter(
  picks: readonly string[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): string[] {
  const added = [...after.difference(before)];
  const removed = [...before.difference(after)];
  const withAdded = added.reduce((so, id) => togglePick(so, id, false), [...picks]);
  return removed.reduce((so, id) => togglePick(so, id, true), withAdded);
}

/** 1 for each point whose memory is selected; null when nothing is, so that nothing gets dimmed. */
export function selectionMask(ids: readonly string[], selected: ReadonlySet<string>): Uint8Array | null {
  return selected.size === 0 ? null : Uint8Array.from(ids, (id) => (selected.has(id) ? 1 : 0));
}

/** The corners of an area from an address's flat list: x and y in turn; a half pair at the end is left out. */
export function areaFromNumbers(numbers: readonly number[]): Area {
  const corners = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    corners.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  }
  return corners.length >= 2 ? corners : [];
}

/** For an address: three decimals are finer than a pixel. */
export function numbersFromArea(area: Area): number[] {
  return thinArea(area).flatMap(({ x, y }) => [Number(x.toFixed(3)), Number(y.toFixed(3))]);
}
