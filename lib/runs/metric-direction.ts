/** Whether more or less of a metric is better; `ignored` = it is no criterion, such as a spread. */
export const directions = ["higher", "lower", "ignored"] as const;
export type Direction = (typeof directions)[number];

const list = (words: string) => words.split(" ");
const WORDS: ReadonlyMap<string, Direction> = new Map([
  ...list(
    "accuracy acc score reward return f1 f2 precision recall auc auroc roc auprc map ndcg mrr r2 bleu rouge rougel meteor cider chrf iou miou dice jaccard mcc kappa psnr ssim likelihood win wins success pass correct exactmatch em elo",
  ).map((word) => [word, "higher"] as const),
  ...list(
    "loss mse rmse msle rmsle mae mape smape wape error errors perplexity ppl bpb bpc nll entropy logloss brier ece fid wer cer ter eer regret time runtime latency seconds misclassification",
  ).map((word) => [word, "lower"] as const),
  ...list("std stdev stddev sd sem variance var stderr epoch epochs step steps seed").map(
    (word) => [word, "ignored"] as const,
  ),
]);
/** Words that name a part of the data or a way to sum up, and say nothing of the direction. */
const QUALIFIERS = new Set(
  list(
    "train training val valid validation dev test testing eval evaluation final best public private mean avg average median macro micro weighted total overall root squared square absolute relative log cross rate at k top",
  ),
);

/** A metric's or task's name without case, spaces and signs: spellings of one name are one. */
export function metricKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The direction that a metric's name tells: of "validation_accuracy" higher, of "RMSE" lower.
 * @returns null where a word of it is unknown, or two disagree ("accuracy loss")
 */
export function directionOfName(name: string): Direction | null {
  const whole = WORDS.get(metricKey(name));
  if (whole) return whole;
  const words = name
    .replaceAll(/R[\s^_-]*2\b|R[\s_-]*squared/gi, "r2")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !QUALIFIERS.has(word) && !/^\d+$/.test(word));
  const found = new Set(words.map((word) => WORDS.get(word) ?? null));
  // A spread of whatever is a spread.
  if (found.has("ignored") && !found.has(null)) return "ignored";
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
