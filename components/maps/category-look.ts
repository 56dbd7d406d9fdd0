import { benchmarkStyle } from "#components/charts/benchmark-palette.ts";
import {
  type CategoryStyle,
  lifecycleStyles,
  outcomeStyles,
  verdictStyles,
} from "#components/charts/category-styles.ts";
import type { MapCategory } from "#lib/maps/map-binary.ts";
import { typeMark } from "./type-mark.ts";

const plain: CategoryStyle = { ...typeMark(""), shape: "circle" };

/** How a name of a facet is drawn, the same in map, legend and card. */
export function categoryLook(category: MapCategory, name: string): CategoryStyle {
  switch (category) {
    case "type":
      return typeMark(name);
    case "outcome":
      return outcomeStyles[name] ?? plain;
    case "lifecycle":
      return lifecycleStyles[name] ?? plain;
    case "verdict":
      return verdictStyles[name] ?? plain;
    default:
      // Generators and tags are names of anything, as benchmarks are; "(none)" and "(unknown)" stay quiet.
      return name.startsWith("(") ? plain : benchmarkStyle(name);
  }
}
