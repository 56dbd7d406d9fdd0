import { expect, it } from "vitest";
import { directionOfName } from "./metric-direction.ts";

it.each([
  ["Accuracy", "higher"],
  ["validation_accuracy", "higher"],
  ["valAccuracy", "higher"],
  ["Score", "higher"],
  ["Reward Mean", "higher"],
  ["BLEU Score", "higher"],
  ["r2", "higher"],
  ["R^2", "higher"],
  ["R-squared", "higher"],
  ["F1 (macro)", "higher"],
  ["top-5 accuracy", "higher"],
  ["val_loss", "lower"],
  ["validation loss", "lower"],
  ["RMSE", "lower"],
  ["Mean Squared Error", "lower"],
  ["test MAE", "lower"],
  ["Perplexity", "lower"],
  ["error rate", "lower"],
  ["Time", "lower"],
  ["Reward Std", "ignored"],
])("knows of %j that %s is better", (name, direction) => expect(directionOfName(name)).toBe(direction));

it.each(["negative log likelihood", "accuracy loss", "Gadgets", "constructor", "", "mean", "survival time"])(
  "does not guess about %j",
  (name) => expect(directionOfName(name)).toBeNull(),
);
