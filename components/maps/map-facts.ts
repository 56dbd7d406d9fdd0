import type { ProjectionSummary } from "#lib/maps/view.ts";

/** How a layout was made and how good it is, in few words each. */
export function mapFacts({
  algorithm,
  seed,
  params,
  trustworthiness,
  neighborRecall,
}: ProjectionSummary): string[] {
  return [
    `${algorithm}, seed ${seed}`,
    `${String(params["neighbors"] ?? "?")} neighbors`,
    `minimum distance ${String(params["minDist"] ?? "?")}`,
    ...(trustworthiness === null ? [] : [`trustworthiness ${trustworthiness.toFixed(3)}`]),
    ...(neighborRecall === null ? [] : [`neighbors kept ${(100 * neighborRecall).toFixed(0)}%`]),
  ];
}
