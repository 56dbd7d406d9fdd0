import { type Direction, directionOfName, metricKey } from "./metric-direction.ts";
import type { MlgymRule } from "./mlgym-rule.ts";

/** Values by metric; null where the source has no number. */
export type Scores = Readonly<Record<string, number | null>>;

/** `reason` says why the outcome is missing. `score` is that of the one metric that decided, else null. */
export type ScoreVerdict = {
  outcome: "passed" | "failed" | "missing";
  reason: string | null;
  score: number | null;
};

type Reference = { value: number; isThreshold: boolean };
type Criterion = { name: string; score: number | null; direction: Direction | null; reference: Reference };

/** Of the larger value: what rounding alone makes of a difference, such as 0.62 - 0.52. */
const ROUNDING = 1e-12;
const SETTING = "in Settings, MLGym outcomes";

/**
 * Judges the final scores of a task by the rule. A metric with a threshold passes when it reaches that; else it must
 * be better than the baseline by more than the margin. Metrics that have neither don't decide. Where several do, they
 * must agree. Pure.
 * @param baseline values of the task's baseline; null where none is known
 */
export function judgeScores(
  scores: Scores,
  baseline: Scores | null,
  taskName: string,
  rule: MlgymRule,
): ScoreVerdict {
  const entries = Object.entries(scores).map(([name, score]) => ({
    name,
    score,
    direction: directionIn(rule, name),
  }));
  if (entries.length === 0) return missing("The trajectory ends without a score.");
  const counted = entries.filter(({ direction }) => direction !== "ignored");
  const names = counted.map(({ name }) => `"${name}"`).join(", ");
  if (counted.length === 0) return missing("None of its metrics says what passes: all are ignored.");
  const fixed = rule.thresholds.get(metricKey(taskName));
  if (fixed && counted.length > 1)
    return missing(
      `Which of ${names} the threshold of ${taskName} is for is unknown: set the others to ignored ${SETTING}.`,
    );
  const references = referencesOf(baseline, rule, fixed?.value);
  const criteria = counted.flatMap((entry): Criterion[] => {
    const reference = references(entry.name);
    return reference === null ? [] : [{ ...entry, reference }];
  });
  if (criteria.length === 0)
    return missing(
      `There is neither a baseline nor a threshold for ${names}: import its results.json as well, or set a threshold ${SETTING}.`,
    );
  return verdictOf(criteria, rule);
}

function verdictOf(criteria: readonly Criterion[], rule: MlgymRule): ScoreVerdict {
  const passed: string[] = [];
  const failed: string[] = [];
  for (const { name, score, direction, reference } of criteria) {
    if (score === null) return missing(`The final score of "${name}" is no number.`);
    if (direction === null)
      return missing(`Whether higher or lower is better for "${name}" is unknown: say so ${SETTING}.`);
    (passes(score, direction, reference, rule) ? passed : failed).push(`"${name}"`);
  }
  if (passed.length > 0 && failed.length > 0)
    return missing(
      `${passed.join(", ")} would pass and ${failed.join(", ")} fail: set what does not decide to ignored ${SETTING}.`,
    );
  const score = criteria.length === 1 ? (criteria[0]?.score ?? null) : null;
  return { outcome: failed.length === 0 ? "passed" : "failed", reason: null, score };
}

function missing(reason: string): ScoreVerdict {
  return { outcome: "missing", reason, score: null };
}

function directionIn(rule: MlgymRule, name: string): Direction | null {
  return rule.directions.get(metricKey(name))?.direction ?? directionOfName(name);
}

/** What a metric is held against: the task's threshold, its own, else the baseline's value. */
function referencesOf(baseline: Scores | null, rule: MlgymRule, ofTask: number | undefined) {
  const known = new Map(Object.entries(baseline ?? {}).map(([name, value]) => [metricKey(name), value]));
  return (name: string): Reference | null => {
    const threshold = ofTask ?? rule.thresholds.get(metricKey(name))?.value;
    if (threshold !== undefined) return { value: threshold, isThreshold: true };
    const value = known.get(metricKey(name)) ?? null;
    return value === null ? null : { value, isThreshold: false };
  };
}

function passes(
  score: number,
  direction: Direction,
  { value, isThreshold }: Reference,
  rule: MlgymRule,
): boolean {
  const gain = direction === "higher" ? score - value : value - score;
  if (isThreshold) return gain >= 0;
  const { amount, relative } = rule.margin;
  const margin = relative ? amount * Math.abs(value) : amount;
  return margin === 0 ? gain > 0 : gain - margin > ROUNDING * Math.max(Math.abs(score), Math.abs(value));
}
