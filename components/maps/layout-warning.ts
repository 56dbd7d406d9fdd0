import type { ProjectionSummary } from "#lib/maps/view.ts";

/** Below these a picture is called poor: of ten neighbors on it, more than one in six is false or most true ones are gone. */
const poorBelow = { trustworthiness: 0.85, neighborRecall: 0.4 } as const;

/**
 * What to make of a layout that shows neighborhoods poorly; null for one that does well or says nothing of itself.
 * Texts that hardly differ in a space have no plane that shows them.
 */
export function layoutWarning({
  trustworthiness,
  neighborRecall,
}: Pick<ProjectionSummary, "trustworthiness" | "neighborRecall">): string | null {
  const reasons = [
    ...(trustworthiness !== null && trustworthiness < poorBelow.trustworthiness
      ? [`trustworthiness is below ${poorBelow.trustworthiness}`]
      : []),
    ...(neighborRecall !== null && neighborRecall < poorBelow.neighborRecall
      ? [`fewer than ${100 * poorBelow.neighborRecall}% of neighbors are kept`]
      : []),
  ];
  if (reasons.length === 0) return null;
  return `Poor layout (${reasons.join(", ")}): points close together are often not alike. Trust the measures and the nearest memories, not the positions.`;
}
