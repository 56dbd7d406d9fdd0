/** What memories are grouped by. "tag": those that carry one tag, and the others. */
export const labelKinds = ["benchmark", "outcome", "lifecycle", "generator", "sourceModel", "tag"] as const;
export type LabelKind = (typeof labelKinds)[number];
