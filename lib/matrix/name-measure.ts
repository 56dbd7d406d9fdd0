import { effortOf, type Measure, type MeasureKind } from "./schema.ts";

const effortNames: Partial<Record<MeasureKind, string>> = {
  cost: "cost per task",
  costSolved: "cost per solved task",
  tokens: "tokens per task",
  tokensSolved: "tokens per solved task",
  steps: "steps per task",
  stepsSolved: "steps per solved task",
  time: "duration per task",
  timeSolved: "duration per solved task",
};

/** "pass@3", "pass^3", "cost per solved task". */
export function nameMeasure({ kind, k }: Measure): string {
  if (kind === "pass") return `pass@${k}`;
  if (kind === "all") return `pass^${k}`;
  return effortNames[kind] ?? kind;
}

/** What a measure is, in a sentence. */
export function explainMeasure({ kind, k }: Measure): string {
  if (k === 1 && !effortOf[kind])
    return `${nameMeasure({ kind, k })}: the share of counted attempts that pass.`;
  if (kind === "pass")
    return `pass@${k}: the chance that at least one of ${k} attempts passes, unbiased over all counted attempts.`;
  if (kind === "all")
    return `pass^${k}: the chance that all of ${k} attempts pass, unbiased over all counted attempts.`;
  return effortOf[kind]?.perSolved
    ? "Per solved task: the total over tasks that recorded it, over the attempts expected to pass there."
    : "Per task: the mean over tasks that recorded it of the mean over attempts.";
}
