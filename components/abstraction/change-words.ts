import type { AbstractionChange } from "#lib/abstraction/schema.ts";

export const chanceSentence =
  "By chance = the middle 95% of the changes expected if the same number of memories of each label had come and gone at random, with the same sizes before and after. A small p says that these memories moved it, not just their number.";

/** What came and went between two measurements, and why there is no test where there is none. */
export function changeFacts(change: AbstractionChange): string[] {
  const counts = (["came", "went"] as const).flatMap((what) =>
    change[what] > 0 ? [`${change[what].toLocaleString("en")} ${what}`] : [],
  );
  return [
    ...(counts.length > 0 ? [`${counts.join(", ")}.`] : []),
    ...(change.edited > 0 ? [`${change.edited.toLocaleString("en")} edited; tested as they are now.`] : []),
    ...(change.lost > 0 ? [`${change.lost.toLocaleString("en")} gone with their vectors; not tested.`] : []),
    ...(change.undefinedBecause ? [`No test: ${change.undefinedBecause}`] : []),
  ];
}
