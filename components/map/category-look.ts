import { benchmarkColors, benchmarkStyle } from "#components/charts/benchmark-palette.ts";
import { type CategoryStyle, lifecycleStyles, outcomeStyles } from "#components/charts/category-styles.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { MapCategory } from "#lib/projections/map-binary.ts";

const plain: CategoryStyle = { color: { light: "#6b6b6b", dark: "#bdbdbd" }, shape: "circle" };

const typeStyles: Record<string, CategoryStyle> = Object.fromEntries(
  memoryTypes.map((type, index) => [
    type,
    {
      color: benchmarkColors[index] ?? plain.color,
      shape: (["triangle", "square", "diamond", "circle"] as const)[index] ?? "circle",
    },
  ]),
);

/** How a name of a facet is drawn, the same in map, legend and card. */
export function categoryLook(category: MapCategory, name: string): CategoryStyle {
  switch (category) {
    case "type":
      return typeStyles[name] ?? plain;
    case "outcome":
      return outcomeStyles[name] ?? plain;
    case "lifecycle":
      return lifecycleStyles[name] ?? plain;
    default:
      // Generators and tags are names of anything, as benchmarks are; "(none)" and "(unknown)" stay quiet.
      return name.startsWith("(") ? plain : benchmarkStyle(name);
  }
}
