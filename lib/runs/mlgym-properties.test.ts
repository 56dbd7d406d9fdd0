import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { judgeScores, type Scores } from "./judge-scores.ts";
import { directionOfName, metricKey } from "./metric-direction.ts";
import { defaultMlgymRule, type MlgymRule, mlgymRuleText, parseMlgymRule } from "./mlgym-rule.ts";

function ruleOf(text: string): MlgymRule {
  const parsed = parseMlgymRule(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const random = seededRandom(21);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
const names = ["accuracy", "Val Loss", "BLEU-4", "Größe", "日本", "a: b", "x=y", "constructor", "Reward Std"];

function randomRule(): string {
  const parts = new Map<string, string>();
  for (const name of names) {
    if (random() < 0.5) parts.set(`d ${name}`, `${name}: ${pick(["higher", "lower", "ignored"])}`);
    if (random() < 0.5)
      parts.set(`t ${name}`, `${name} = ${pick(["0.8", "-1", "1e21", ".5", "+3", "0", "1e-7"])}`);
  }
  if (random() < 0.5) parts.set("m", `margin: ${pick(["0", "0.02", "5%", "12.5%", "1e-3", "0.1%"])}`);
  return shuffled([...parts.values()], random).join(pick([";", "\n", " ; "]));
}

describe("a rule", () => {
  it("reads back as the same rule from its text, whatever is in it", () => {
    for (let round = 0; round < 300; round++) {
      const typed = randomRule();
      const text = mlgymRuleText(ruleOf(typed));
      expect(mlgymRuleText(ruleOf(text)), typed).toBe(text);
      expect(ruleOf(text).margin).toEqual(ruleOf(typed).margin);
      expect([...ruleOf(text).thresholds].sort()).toEqual([...ruleOf(typed).thresholds].sort());
    }
  });

  it("has one text for one meaning: order, case and signs of names aside", () => {
    const parts = ["margin: 5%", "accuracy: higher", "val_loss: lower", "toy: 0.5"];
    const text = mlgymRuleText(ruleOf(parts.join("; ")));
    for (let round = 0; round < 20; round++)
      expect(mlgymRuleText(ruleOf(shuffled(parts, random).join("\n")))).toBe(text);
  });

  it.each([
    "margin: 5 %",
    "margin: %",
    "margin: 1e400",
    "a: higher lower",
    ": 5",
    "a:",
    "%: 5",
    "a: Infinity",
    "a: NaN",
    "a: 1_000",
  ])("is refused with the part that can't be read: %j", (part) => {
    const parsed = parseMlgymRule(`accuracy: 0.5; ${part}; loss: lower`);
    expect(parsed).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(parsed.ok ? "" : parsed.error.message).toContain(part.trim());
  });

  it("may be as long as 4,000 characters, and no longer", () => {
    const rule = (length: number) => `${"x".repeat(length - 3)}: 1`;
    expect([parseMlgymRule(rule(4000)).ok, parseMlgymRule(rule(4001)).ok]).toEqual([true, false]);
  });
});

describe("a verdict", () => {
  const judge = (scores: Scores, baseline: Scores | null, rule = defaultMlgymRule) =>
    judgeScores(scores, baseline, "toy", rule);

  it("never turns from passed to failed when the score gets better", () => {
    for (let round = 0; round < 200; round++) {
      const name = pick(["accuracy", "loss"]);
      const sign = name === "accuracy" ? 1 : -1;
      const rule = ruleOf(pick(["", "margin: 0.05", "margin: 5%", `${name}: 0.5`]));
      const baseline = { [name]: random() };
      const steps = Array.from({ length: 21 }, (_, i) => sign * (i / 20) + (sign === 1 ? 0 : 1));
      const passed = steps.map((score) => judge({ [name]: score }, baseline, rule).outcome === "passed");
      expect(passed).toEqual([...passed].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("never turns from failed to passed when the margin grows", () => {
    const margins = ["0", "0.01", "0.1", "0.2", "0.5"];
    for (const score of [0.5, 0.505, 0.55, 0.65, 0.9]) {
      const passed = margins.map(
        (margin) =>
          judge({ accuracy: score }, { accuracy: 0.5 }, ruleOf(`margin: ${margin}`)).outcome === "passed",
      );
      expect(passed).toEqual([...passed].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it("mirrors: more of what is good is less of what is bad", () => {
    for (let round = 0; round < 100; round++) {
      const [score, base] = [random(), random()];
      const rule = ruleOf(pick(["", "margin: 0.1", "margin: 10%"]));
      expect(judge({ accuracy: score }, { accuracy: base }, rule).outcome).toBe(
        judge({ loss: -score }, { loss: -base }, rule).outcome,
      );
    }
  });

  it("does not depend on the order of the metrics, nor on how they are spelled in the baseline", () => {
    const scores = { Accuracy: 0.6, Loss: 1, "Reward Std": 9 };
    const baseline = { "ACCU-RACY": 0.5, loss: 2 };
    const reversed = Object.fromEntries(Object.entries(scores).reverse());
    expect(judge(scores, baseline)).toEqual(judge(reversed, baseline));
    expect(judge(scores, baseline).outcome).toBe("passed");
  });

  it("is missing, with a sentence, rather than guessed", () => {
    for (const scores of [
      {},
      { Accuracy: null },
      { Gadgets: 1 },
      { Std: 1 },
      { accuracy: 1, loss: 9 },
    ] as Scores[]) {
      const { outcome, reason, score } = judge(scores, { accuracy: 0.5, loss: 1, gadgets: 1 });
      expect([outcome, score]).toEqual(["missing", null]);
      expect(reason).toMatch(/\.$/);
    }
  });
});

describe("a metric's name", () => {
  it.each([
    ["Val Accuracy", "valaccuracy"],
    ["R²", "r²"],
    ["  ", ""],
    ["日本-語", "日本語"],
    ["Größe", "größe"],
  ])("%j has the key %j", (name, key) => {
    expect(metricKey(name)).toBe(key);
    expect(metricKey(metricKey(name))).toBe(key);
  });

  it("tells the same however it is spelled", () => {
    for (const name of [
      "mean squared error",
      "Mean_Squared_Error",
      "MEAN-SQUARED-ERROR",
      "meanSquaredError",
      " mean  squared error ",
    ])
      expect(directionOfName(name), name).toBe("lower");
  });

  it.each(["hasOwnProperty", "__proto__", "constructor", "toString"])(
    "tells nothing that only objects know: %s",
    (name) => {
      expect(directionOfName(name)).toBeNull();
    },
  );
});
