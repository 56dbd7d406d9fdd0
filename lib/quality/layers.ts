// Who may import whom. docs/architecture.md shows the same list, highest first; a test compares the two.

/** A folder may import folders of earlier lines only, and itself. */
export const layers = [
  ["lib/shared"],
  ["lib/metrics", "lib/env.ts"],
  ["lib/db"],
  ["lib/access"],
  ["lib/jobs", "lib/chat", "lib/benchmarks"],
  ["lib/memories", "lib/neighbors", "lib/umap"],
  ["lib/embeddings"],
  ["lib/retrieval", "lib/maps", "lib/runs", "lib/lint", "lib/demo/pool"],
  ["lib/abstraction", "lib/transfer", "lib/generation"],
  ["lib/reruns"],
  ["lib/attribution", "lib/matrix"],
  ["lib/predictors"],
  [
    "lib/imports",
    "lib/exports",
    "lib/demo",
    "lib/settings",
    "lib/overview",
    "lib/reports",
    "lib/judge",
    "lib/triage",
  ],
  ["lib/worker"],
  ["components"],
  // A benchmark draws what it times.
  ["bench"],
  ["lib/doctor", "lib/launch"],
  ["lib/cli"],
  ["app", "proxy.ts"],
];

/** What only tests stand on has no layer: nothing that runs may import it. */
export const forTests = ["lib/testing", "lib/quality"];

const depths = new Map(layers.flatMap((folders, depth) => folders.map((folder) => [folder, depth] as const)));
const byLength = [...depths.keys()].sort((a, b) => b.length - a.length);

/** The entry of `layers` that holds a file: the nearest folder that is listed, if there is one. */
export function layerOf(path: string): string | undefined {
  return byLength.find((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** How high the layer of a file lies (0 is the lowest), or undefined where it has none. */
export function depthOf(path: string): number | undefined {
  return depths.get(layerOf(path) ?? "");
}
