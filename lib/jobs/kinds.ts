/** The kinds of background job; the handler of each is in `handlers.ts`. */
const jobKinds = [
  "import",
  "demo",
  "embed",
  "project",
  "place",
  "metrics",
  "attribute",
  "generate",
  "lint",
] as const;
export type JobKind = (typeof jobKinds)[number];

/** How each kind is called on screen. */
export const jobTitles: Record<JobKind, string> = {
  import: "Import",
  demo: "Load the demo pool",
  embed: "Embed memories",
  project: "Compute the map",
  place: "Place memories on a map",
  metrics: "Measure abstraction",
  attribute: "Attribute outcomes to memories",
  generate: "Regenerate a memory",
  lint: "Lint memories",
};
