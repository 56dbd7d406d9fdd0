import { areaUnderCurve } from "#lib/metrics/auc.ts";
import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import { hypergeometric } from "#lib/metrics/hypergeometric.ts";
import type { JudgedPredictor, Predictor, PredictorReport } from "./schema.ts";

/** Fewer memories on either side of the median, or of either answer, give a sentence instead of a number. */
const [FEWEST_MEMORIES, FEWEST_ANSWERS] = [10, 5];
const LEVEL = 0.05;

/**
 * Which predictors foretell the effect of memories: for each the area under the ROC curve of its value for lying below
 * the median effect, and q over all of them (Benjamini-Hochberg). Of a yes or no, p is Fisher's exact one.
 * @param effects one a memory, in the order of the predictors' values
 */
export function judgePredictors(
  predictors: readonly Predictor[],
  effects: readonly number[],
): PredictorReport {
  const isHarmed = splitAtMedian(effects);
  const judged = predictors.map((predictor) => judgeOne(predictor, isHarmed));
  const tested = judged.filter(({ p }) => p !== null);
  const qs = benjaminiHochberg(tested.map(({ p }) => p ?? 1));
  tested.forEach((row, i) => {
    row.q = qs[i] ?? 1;
    if (row.q <= LEVEL) row.reading = (row.auc ?? 0.5) > 0.5 ? "harm" : "no harm";
  });
  const order = (row: JudgedPredictor) => [row.q ?? 2, row.p ?? 2] as const;
  judged.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  return {
    rows: judged,
    memories: effects.length,
    tested: tested.length,
    small: tested.filter(({ p }) => (p ?? 1) <= LEVEL).length,
    smallByChance: LEVEL * tested.length,
    found: tested.filter(({ q }) => (q ?? 1) <= LEVEL).length,
  };
}

/** Below the median: true, above: false, at it: null. */
function splitAtMedian(effects: readonly number[]): (boolean | null)[] {
  const sorted = effects.toSorted((a, b) => a - b);
  const middle =
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
  return effects.map((effect) => (effect === middle ? null : effect < middle));
}

function judgeOne(
  { kind, name, isYesNo, values }: Predictor,
  isHarmed: readonly (boolean | null)[],
): JudgedPredictor {
  const counted = values.flatMap((value, i) => {
    const harmed = isHarmed[i];
    return value === null || harmed == null ? [] : [{ value, harmed }];
  });
  const flagged = isYesNo ? counted.filter(({ value }) => value === 1).length : null;
  const row = { kind, name, memories: counted.length, flagged };
  const missing = missingOf(counted, flagged);
  const found = areaUnderCurve(
    counted.map(({ value }) => value),
    counted.map(({ harmed }) => harmed),
  );
  if (missing !== null || !found)
    return {
      ...row,
      auc: null,
      ci: null,
      p: null,
      q: null,
      reading: "few",
      missing: missing ?? "No memory counts.",
    };
  const p = flagged === null ? found.p : exactP(counted);
  return { ...row, auc: found.auc, ci: found.ci, p, q: null, reading: "chance", missing: null };
}

function missingOf(
  counted: readonly { value: number; harmed: boolean }[],
  flagged: number | null,
): string | null {
  if (counted.length === 0) return "Unknown for every memory.";
  const harmed = counted.filter((each) => each.harmed).length;
  const fewer = Math.min(harmed, counted.length - harmed);
  if (fewer < FEWEST_MEMORIES)
    return `Too few: ${fewer} of ${FEWEST_MEMORIES} memories on one side of the median.`;
  const answers =
    flagged === null
      ? new Set(counted.map(({ value }) => value)).size
      : Math.min(flagged, counted.length - flagged);
  if (flagged === null) return answers < 2 ? "Every memory has the same value." : null;
  return answers < FEWEST_ANSWERS
    ? `Too few: ${answers} of ${FEWEST_ANSWERS} memories ${flagged === answers ? "with" : "without"} it.`
    : null;
}

/** Fisher's exact test, two-sided. Equals scipy's `fisher_exact`. */
function exactP(counted: readonly { value: number; harmed: boolean }[]): number {
  const flagged = counted.filter(({ value }) => value === 1);
  const harmed = counted.filter((each) => each.harmed).length;
  const both = flagged.filter((each) => each.harmed).length;
  const chances = hypergeometric(counted.length, harmed, flagged.length);
  const seen = (chances[both] ?? 0) * (1 + 1e-7);
  return Math.min(
    1,
    chances.filter((chance) => chance <= seen).reduce((sum, chance) => sum + chance, 0),
  );
}
