import { err, ok, type Result } from "#lib/shared/result.ts";
import { type Direction, directions, metricKey } from "./metric-direction.ts";

export const mlgymRuleKey = "mlgym.rule";

/** When a score of MLGym passes: see judge-scores.ts. Names are as typed, and compared by `metricKey`. */
export type MlgymRule = {
  /** By how much a baseline must be beaten: of the metric itself, or a share of the baseline; 0 = by anything. */
  margin: { amount: number; relative: boolean };
  /** Directions of metrics by key; of others the name tells it. */
  directions: ReadonlyMap<string, { name: string; direction: Direction }>;
  /** Fixed thresholds by key of a task or metric, in place of the baseline. */
  thresholds: ReadonlyMap<string, { name: string; value: number }>;
};

/** Strictly better than the baseline. */
export const defaultMlgymRule: MlgymRule = {
  margin: { amount: 0, relative: false },
  directions: new Map(),
  thresholds: new Map(),
};

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HELP = `Write "margin: 0.02" or "margin: 5%", "METRIC: higher", "lower" or "ignored", or "TASK OR METRIC: 0.8".`;
export const maxRuleLength = 4000;

/**
 * Reads a rule from parts, one a line or with ";" between: "margin: 5%; Perplexity: lower; titanicSurvival: 0.8".
 * @returns "invalid" naming the part that can't be read
 */
export function parseMlgymRule(text: string): Result<MlgymRule> {
  if (text.length > maxRuleLength)
    return err("invalid", `A rule has at most ${maxRuleLength} characters; this one has ${text.length}.`);
  let margin: MlgymRule["margin"] | null = null;
  const known = new Map<string, { name: string; direction: Direction }>();
  const thresholds = new Map<string, { name: string; value: number }>();
  for (const part of text.split(/[;\n]/).map((piece) => piece.trim())) {
    if (part === "") continue;
    const [, name = "", value = ""] = /^(.*\S)\s*[:=]\s*(\S+)$/.exec(part) ?? [];
    // What no database stores, or no one sees, is in no name.
    const key = /\p{C}/u.test(part) ? "" : metricKey(name);
    const direction = directions.find((word) => word === value.toLowerCase());
    const twice = () => err("invalid", `"${name}" stands twice in the rule: "${part}".`);
    if (key === "margin") {
      const read = marginOf(value);
      if (read === null)
        return err("invalid", `The margin must be a number of 0 or more, or a share such as 5%: "${part}".`);
      if (margin !== null) return twice();
      margin = read;
    } else if (key !== "" && direction) {
      if (known.has(key)) return twice();
      known.set(key, { name, direction });
    } else if (key !== "" && NUMBER.test(value) && Number.isFinite(Number(value))) {
      if (thresholds.has(key)) return twice();
      thresholds.set(key, { name, value: Number(value) });
    } else return err("invalid", `"${part}" is not a rule. ${HELP}`);
  }
  return ok({ margin: margin ?? defaultMlgymRule.margin, directions: known, thresholds });
}

function marginOf(value: string): MlgymRule["margin"] | null {
  const relative = value.endsWith("%");
  const digits = relative ? value.slice(0, -1) : value;
  const number = NUMBER.test(digits) ? Number(digits) : Number.NaN;
  if (!(Number.isFinite(number) && number >= 0)) return null;
  return { amount: relative ? number / 100 : number, relative };
}

/** The rule as text: equal rules give equal texts, whatever they were typed like. Reads back as the same rule. */
export function mlgymRuleText(rule: MlgymRule): string {
  return [`margin: ${marginText(rule)}`, ...mlgymRuleLines(rule)].join("; ");
}

export function marginText({ margin: { amount, relative } }: MlgymRule): string {
  return relative ? `${Number((amount * 100).toPrecision(12))}%` : String(amount);
}

/** Directions and thresholds as lines, in the order of their names. */
export function mlgymRuleLines({ directions: known, thresholds }: MlgymRule): string[] {
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return [
    ...sorted(known).map(({ name, direction }) => `${name}: ${direction}`),
    ...sorted(thresholds).map(({ name, value }) => `${name}: ${value}`),
  ];
}
