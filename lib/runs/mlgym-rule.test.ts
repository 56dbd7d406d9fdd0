import { describe, expect, it } from "vitest";
import { judgeScores, type Scores } from "./judge-scores.ts";
import { defaultMlgymRule, type MlgymRule, mlgymRuleText, parseMlgymRule } from "./mlgym-rule.ts";

function ruleOf(text: string): MlgymRule {
  const parsed = parseMlgymRule(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

describe("a rule as text", () => {
  it.each([
    ["", "margin: 0"],
    ["margin=5%", "margin: 5%"],
    ["titanic: .8 ; MARGIN: 0.02\nGadgets = Lower", "margin: 0.02; Gadgets: lower; titanic: 0.8"],
    [
      "Reward Std: ignored; accuracy: higher; accuracy: 0.9",
      "margin: 0; accuracy: higher; Reward Std: ignored; accuracy: 0.9",
    ],
    ["margin: 0.1%", "margin: 0.1%"],
  ])("reads %j", (text, canonical) => {
    expect(mlgymRuleText(ruleOf(text))).toBe(canonical);
    expect(mlgymRuleText(ruleOf(canonical))).toBe(canonical);
  });

  it.each([
    ["margin: -1", "0 or more"],
    ["margin: higher", "0 or more"],
    ["margin: 1; margin: 2", "stands twice"],
    ["a: lower; A: higher", "stands twice"],
    ["a: 0x1", '"a: 0x1" is not a rule'],
    ["a: 1e999", "is not a rule"],
    ["accuracy", "is not a rule"],
    ["a\u0000b: 1", "is not a rule"],
    ["x".repeat(4001), "at most 4000"],
  ])("refuses %j", (text, message) => {
    expect(parseMlgymRule(text)).toMatchObject({ error: { message: expect.stringContaining(message) } });
  });
});

describe("judgeScores", () => {
  const judge = (scores: Scores, baseline: Scores | null, rule = "") =>
    judgeScores(scores, baseline, "toyTask", rule === "" ? defaultMlgymRule : ruleOf(rule));

  it.each<[Scores, Scores | null, string, string]>([
    [{ Accuracy: 0.62 }, { Accuracy: 0.5 }, "", "passed"],
    [{ Accuracy: 0.5 }, { Accuracy: 0.5 }, "", "failed"],
    [{ val_loss: 3.1 }, { val_loss: 3.2 }, "", "passed"],
    [{ val_loss: 3.3 }, { val_loss: 3.2 }, "", "failed"],
    [{ Accuracy: 0.62 }, { Accuracy: 0.6 }, "margin: 5%", "failed"],
    [{ Accuracy: 0.64 }, { Accuracy: 0.6 }, "margin: 5%", "passed"],
    [{ Reward: -90 }, { Reward: -100 }, "margin: 5%", "passed"],
    [{ Reward: -96 }, { Reward: -100 }, "margin: 5%", "failed"],
    [{ Accuracy: 0.4 }, { Accuracy: 0.3 }, "margin: 0.1", "failed"],
    [{ Accuracy: 0.41 }, { Accuracy: 0.3 }, "margin: 0.1", "passed"],
    [{ Accuracy: 0.8 }, { Accuracy: 0.9 }, "accuracy: 0.8", "passed"],
    [{ Loss: 0.8 }, null, "toytask: 0.8", "passed"],
    [{ Loss: 0.81 }, null, "toytask: 0.8; loss: 9", "failed"],
    [{ Gadgets: 3 }, { Gadgets: 4 }, "gadgets: lower", "passed"],
    [{ "Reward Mean": 3, "Reward Std": 9 }, { "Reward Mean": 2, "Reward Std": 1 }, "", "passed"],
    [{ Accuracy: 0.6, Loss: 1 }, { Accuracy: 0.5, Loss: 2 }, "", "passed"],
    [{ Accuracy: 0.6, Loss: 3 }, { Accuracy: 0.5, Loss: 2 }, "Loss: ignored", "passed"],
    [{ accuracy: 0.6, Gadgets: 3 }, { Accuracy: 0.5 }, "", "passed"],
  ])("%j beside %j under %j: %s", (scores, baseline, rule, outcome) => {
    expect(judge(scores, baseline, rule)).toMatchObject({ outcome, reason: null });
  });

  it.each<[Scores, Scores | null, string, string]>([
    [{}, null, "", "without a score"],
    [{ Accuracy: 0.6 }, null, "", 'neither a baseline nor a threshold for "Accuracy"'],
    [{ Accuracy: 0.6 }, { Accuracy: null }, "", "neither a baseline nor a threshold"],
    [{ Gadgets: 3 }, { Gadgets: 4 }, "", 'higher or lower is better for "Gadgets" is unknown'],
    [{ constructor: 3 }, { toString: 4 }, "", "neither a baseline nor a threshold"],
    [{ Accuracy: null }, { Accuracy: 0.5 }, "", 'The final score of "Accuracy" is no number'],
    [{ Accuracy: 0.6, Loss: 3 }, { Accuracy: 0.5, Loss: 2 }, "", '"Accuracy" would pass and "Loss" fail'],
    [{ Accuracy: 0.6, Loss: 3 }, null, "toyTask: 0.5", 'Which of "Accuracy", "Loss" the threshold'],
    [{ Std: 1 }, { Std: 2 }, "", "all are ignored"],
  ])("%j beside %j under %j is missing: %s", (scores, baseline, rule, reason) => {
    expect(judge(scores, baseline, rule)).toEqual({
      outcome: "missing",
      reason: expect.stringContaining(reason),
      score: null,
    });
  });
});
