import type { ProjectedType } from "#lib/maps/schema.ts";
import type { ProjectionSummary } from "#lib/maps/view.ts";

/** The one map that was asked for; else those of single types, which hold each memory once, or what there is. */
export function shownMaps(
  summaries: readonly ProjectionSummary[],
  type: ProjectedType | null,
): readonly ProjectionSummary[] {
  if (type) return summaries.filter((summary) => summary.type === type);
  const ofTypes = summaries.filter((summary) => summary.type !== "all");
  return ofTypes.length > 0 ? ofTypes : summaries;
}
