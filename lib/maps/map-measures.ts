import { formatSigned } from "#lib/shared/format-signed.ts";
import { type MapNumber, type MapPoints, mapNumbers } from "./map-binary.ts";

/** What points can be colored and filtered by in numbers. */
export const mapMeasures = mapNumbers;
export type MapMeasure = MapNumber;

type Words = {
  title: string;
  /** What a number means, in one sentence. */
  explain: string;
  /** Both signs mean something: written with a plus. */
  signed: boolean;
  /** Colors are centered on 0, below it the bad. */
  centered: boolean;
  /** Only whole numbers occur. */
  whole: boolean;
};

export const measureWords: Record<MapMeasure, Words> = {
  lisi: {
    title: "LISI",
    explain:
      "How many benchmarks its neighborhood holds, on the vectors: 1 = its own only; higher = more mixed.",
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
    title: "effect in points",
    explain:
      "Share passed of the attempts shown it, less the zero-shot run's share at the same tasks, in points. Colored only at q ≤ .05; gray = may be chance.",
    signed: true,
    centered: true,
    whole: false,
  },
  effectQ: {
    title: "q of the effect",
    explain: "At or below 0.05 the effect is more than chance and the run as a whole explain.",
    signed: false,
    centered: false,
    whole: false,
  },
  effectTasks: {
    title: "tasks of the effect",
    explain: "Paired tasks it was shown at.",
    signed: false,
    centered: false,
    whole: true,
  },
  netTasks: {
    title: "net tasks",
    explain:
      "Tasks gained minus tasks lost, over the paired tasks it was shown at. A raw count, mostly chance: colored only where the effect has q ≤ .05.",
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
    explain: "Lint rules that the current text breaks.",
    signed: false,
    centered: false,
    whole: true,
  },
  foreignNeighbors: {
    title: "foreign neighbors",
    explain:
      "On the vectors: +1 = its nearest memories of the same type are all of one other benchmark, -1 = all of its own.",
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
  const digits = whole || measure === "ageDays" ? 0 : (digitsOf[measure] ?? 2);
  if (measure === "effectQ") return value < 0.001 ? "< .001" : value.toFixed(3).replace(/^0/, "");
  return signed ? formatSigned(value, digits) : value.toFixed(digits);
}

const digitsOf: Partial<Record<MapMeasure, number>> = { effect: 1 };

/** The verdict on a memory as the map's facet names it; runs and their statistics are above this folder. */
export type EffectVerdict = "harmful" | "helpful" | "suspected" | "unclear" | "few";
export const verdictNames = {
  harmful: "harmful",
  suspected: "suspected",
  unclear: "unclear",
  helpful: "helpful",
  few: "too few tasks",
  notShown: "(not shown)",
} as const satisfies Record<EffectVerdict | "notShown", string>;
