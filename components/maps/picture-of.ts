import { cssOf } from "#components/scatter/pack-color.ts";
import { isMeasure, type MapSearchParams } from "#lib/maps/map-search-params.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";
import { mapFacts } from "./map-facts.ts";
import { mapSvg } from "./map-picture.ts";
import type { useMapDrawing } from "./use-map-drawing.ts";
import type { useMapSelected } from "./use-map-selected.ts";

type PictureInput = {
  shown: readonly ProjectionSummary[];
  drawing: ReturnType<typeof useMapDrawing>;
  selected: ReturnType<typeof useMapSelected>;
  state: Pick<MapSearchParams, "areas" | "color">;
  dark: boolean;
};

/** The map one worked on last, or else the first, as an SVG document; null while it is not there. */
export function pictureOf({ shown, drawing, selected, state, dark }: PictureInput): string | null {
  const last = state.areas.at(-1)?.on;
  const pictured = shown.find((summary) => summary.type === last) ?? shown[0];
  const map = pictured && drawing.maps.get(pictured.id);
  const look = pictured && drawing.looks.get(pictured.id);
  if (!pictured || !map || !look) return null;
  const names = isMeasure(state.color) ? [] : map.points.categories[state.color].names;
  return mapSvg({
    points: map.points,
    look,
    visible: map.filtered.visible,
    selected: selected.masks.get(pictured.id) ?? null,
    title: `${pictured.type === "all" ? "All" : pictured.type} memories by ${state.color}`,
    note: mapFacts(pictured).join(" · "),
    legend: names.map((name, code) => ({ name, color: cssOf(look.color.palette[code] ?? 0) })),
    dark,
  });
}
