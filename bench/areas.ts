import type { BenchArea, BenchContext, BenchRow } from "./row.ts";

const loaders: Record<BenchArea, () => Promise<(context: BenchContext) => Promise<BenchRow[]>>> = {
  start: async () => (await import("./start.ts")).benchStart,
  table: async () => (await import("./table.ts")).benchTable,
  import: async () => (await import("./import.ts")).benchImport,
  "import-outputs": async () => (await import("./import-outputs.ts")).benchImportOutputs,
  map: async () => (await import("./map.ts")).benchMap,
  "map-browser": async () => (await import("./map-browser.ts")).benchMapBrowser,
  "map-page": async () => (await import("./map-page.ts")).benchMapPage,
  "while-mapping": async () => (await import("./while-mapping.ts")).benchWhileMapping,
  metrics: async () => (await import("./metrics.ts")).benchMetrics,
  retrieval: async () => (await import("./retrieval.ts")).benchRetrieval,
  compare: async () => (await import("./compare.ts")).benchCompare,
  calibration: async () => (await import("./calibration.ts")).benchCalibration,
};

export const areas = Object.keys(loaders) as BenchArea[];

/** Measures one area and gives its rows. */
export async function runArea(area: BenchArea, context: BenchContext): Promise<BenchRow[]> {
  return (await loaders[area]())(context);
}
