import { type Area, pointsInside } from "./point-grid.ts";
import type { LoadedMap } from "./use-maps.ts";

/** The corners of an area from the URL's flat list: x and y in turn; a half pair at the end is left out. */
export function areaFromNumbers(numbers: readonly number[]): Area {
  const corners = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    corners.push({ x: numbers[index] ?? 0, y: numbers[index + 1] ?? 0 });
  }
  return corners.length >= 2 ? corners : [];
}

/** For the URL: three decimals are finer than a pixel; a long lasso is thinned to 60 corners. */
export function numbersFromArea(area: Area): number[] {
  const most = 60;
  const step = Math.max(1, area.length / most);
  const kept =
    area.length <= most ? area : Array.from({ length: most }, (_, index) => area[Math.floor(index * step)]);
  return kept.flatMap((corner) => (corner ? [round(corner.x), round(corner.y)] : []));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The ids inside an area of one map, visible points only, and those picked one by one; no id twice. */
export function selectedIds(
  map: LoadedMap | null,
  area: Area,
  visible: Uint8Array | null,
  picked: readonly string[],
): string[] {
  const inside = map ? pointsInside(map.grid, area, (index) => visible?.[index] === 1) : [];
  const ids = inside.flatMap((index) => map?.points.ids[index] ?? []);
  return [...new Set([...ids, ...picked])];
}

/** 1 for each point whose memory is selected; null when nothing is, so that nothing gets dimmed. */
export function selectionMask(ids: readonly string[], selected: ReadonlySet<string>): Uint8Array | null {
  return selected.size === 0 ? null : Uint8Array.from(ids, (id) => (selected.has(id) ? 1 : 0));
}
