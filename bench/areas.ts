import { benchCalibration, type StudyName } from "./calibration.ts";
import type { BenchArea, BenchContext, BenchRow } from "./row.ts";

type Bench = (context: BenchContext) => Promise<BenchRow[]>;

const loaders: Record<Exclude<BenchArea, "calibration">, () => Promise<Bench>> = {
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
  matrix: async () => (await import("./matrix.ts")).benchMatrix,
  compare: async () => (await import("./compare.ts")).benchCompare,
  attribution: async () => (await import("./attribution.ts")).benchAttribution,
};

export const areas = [...Object.keys(loaders), "calibration"] as BenchArea[];

/**
 * Measures areas one after another.
 * @param studies those of the calibration; none: all of them
 * @returns the rows of each area, or of each study, as it ends
 * @throws signal.reason when aborted
 */
export async function* runAreas(
  asked: readonly BenchArea[],
  studies: readonly StudyName[],
  context: BenchContext,
): AsyncGenerator<BenchRow[]> {
  for (const area of asked) {
    if (area === "calibration") yield* benchCalibration(context, studies);
    else yield await (await loaders[area]())(context);
  }
}
