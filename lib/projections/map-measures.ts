import { type MapNumber, type MapPoints, mapNumbers } from "./map-binary.ts";

/** What points can be coloured and filtered by in numbers. */
export const mapMeasures = mapNumbers;
export type MapMeasure = MapNumber;

type Words = {
  title: string;
  /** What a number means, in one sentence. */
  explain: string;
  /** Both signs mean something: written with a plus. */
  signed: boolean;
  /** Colours are centred on 0, below it the bad. */
  centered: boolean;
  /** Only whole numbers occur. */
  whole: boolean;
};

export const measureWords: Record<MapMeasure, Words> = {
  lisi: {
    title: "LISI",
    explain:
      "How many benchmarks its neighbourhood holds, on the vectors: 1 = its own only; higher = more mixed.",
    signed: false,
    centered: false,
    whole: false,
  },
  invariantShare: {
    title: "invariant share",
    explain:
      "Share of its embedding that does not tell the benchmark, unknown in benchmarks of fewer than five; higher = more abstract.",
    signed: false,
    centered: false,
    whole: false,
  },
  effect: {
    title: "paired effect",
    explain: "Change of the share of passed attempts over the tasks it was shown at; below 0 = harmful.",
    signed: true,
    centered: true,
    whole: false,
  },
  netTasks: {
    title: "tasks gained less lost",
    explain: "Over the paired tasks it was shown at; below 0 = more tasks lost than gained.",
    signed: true,
    centered: true,
    whole: true,
  },
  retrievals: {
    title: "retrievals",
    explain: "How often a trial was shown it.",
    signed: false,
    centered: false,
    whole: true,
  },
  ageDays: {
    title: "age in days",
    explain: "Since the memory was created.",
    signed: false,
    centered: false,
    whole: false,
  },
  lintFindings: {
    title: "lint findings",
    explain: "Rules that the text breaks as it is now.",
    signed: false,
    centered: false,
    whole: true,
  },
  foreignNeighbors: {
    title: "foreign neighbours",
    explain:
      "On the vectors: +1 = its nearest memories of the type are of one other benchmark and none of its own, -1 = all of its own.",
    signed: true,
    centered: false,
    whole: false,
  },
};

/** The column of a measure. */
export function measureColumn(points: MapPoints, measure: MapMeasure): Float32Array {
  return points.numbers[measure];
}

/** A number as legends, histograms and tables write it; "unknown" for NaN. */
export function formatMeasure(measure: MapMeasure, value: number): string {
  if (Number.isNaN(value)) return "unknown";
  const { signed, whole } = measureWords[measure];
  const text = whole
    ? String(Math.round(value))
    : measure === "ageDays"
      ? value.toFixed(0)
      : value.toFixed(2);
  return signed && value > 0 ? `+${text}` : text;
}
