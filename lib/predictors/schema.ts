/**
 * The words of this folder.
 * - predictor: something known of a memory before any run was shown it, which may foretell its effect.
 * - harmed: of the memories with a measured effect, those below the median effect; the others are those above it.
 */
export type PredictorKind =
  | "lint rule"
  | "measure"
  | "type"
  | "polarity"
  | "benchmark"
  | "judge label"
  | "length"
  | "age"
  | "tag"
  | "word";

/** A memory with a measured effect, and all that predictors read of it. null = not known. */
export type PredictedMemory = {
  id: string;
  /** Lower is harm. */
  effect: number;
  type: string;
  benchmark: string;
  outcome: "passed" | "failed" | "unknown";
  /** Whether the label that it was made under is not what the verifier said. */
  isMislabeled: boolean | null;
  /** Rules of lint it breaks; null = never linted. */
  rules: ReadonlySet<string> | null;
  lisi: number | null;
  invariantShare: number | null;
  characters: number;
  /** Days since it was made. */
  age: number;
  tags: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

/** The value of a predictor at each memory; of a yes or no 1 and 0. */
export type Predictor = { kind: PredictorKind; name: string; isYesNo: boolean; values: (number | null)[] };

export type JudgedPredictor = {
  kind: PredictorKind;
  name: string;
  /** Memories that count: with a value, and not at the median effect. */
  memories: number;
  /** Of a yes or no, how many say yes. */
  flagged: number | null;
  /** Chance that a memory below the median effect has the higher value; null = too few. */
  auc: number | null;
  ci: [number, number] | null;
  p: number | null;
  q: number | null;
  /** few: no number; chance: q > .05. */
  reading: "harm" | "no harm" | "chance" | "few";
  /** What is missing where there are too few. */
  missing: string | null;
};

export type PredictorReport = {
  rows: JudgedPredictor[];
  /** Memories with a measured effect. */
  memories: number;
  tested: number;
  /** At p <= .05, beside what chance alone gives; and at q <= .05. */
  small: number;
  smallByChance: number;
  found: number;
};
