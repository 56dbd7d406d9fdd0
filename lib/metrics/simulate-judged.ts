import {
  type JudgedAttempt,
  predictionPoweredDifference,
  predictionPoweredRate,
} from "./prediction-powered.ts";

export type JudgedSettings = {
  /** Tasks of the run, and how many of them are verified. */
  tasks: number;
  verified: number;
  attempts: number;
  /** Mean pass rate; tasks are easy or hard around it. */
  rate: number;
  /** Chance that the judge is right about a passed and about a failed attempt. */
  sensitivity: number;
  specificity: number;
  repeats: number;
};

/** How often corrected intervals hold the true rate and difference; that of the judge alone for comparison. */
export function simulateJudged(
  settings: JudgedSettings,
  random: () => number,
): { rate: number; difference: number; judgeAlone: number; width: number } {
  const result = { rate: 0, difference: 0, judgeAlone: 0, width: 0 };
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const rates = Array.from({ length: settings.tasks }, () => rateOf(settings.rate, random));
    const base = drawAttempts(settings, rates, random);
    const found = predictionPoweredRate(base);
    const between = predictionPoweredDifference(base, drawAttempts(settings, rates, random));
    if (!("value" in found && "value" in between)) throw new Error("The settings leave nothing to estimate.");
    const { low, high, judge } = found.value;
    const wrong = 1.96 * Math.sqrt((judge * (1 - judge)) / settings.tasks / settings.attempts);
    result.rate += Number(low <= settings.rate && settings.rate <= high) / settings.repeats;
    result.difference += Number(between.value.low <= 0 && between.value.high >= 0) / settings.repeats;
    result.judgeAlone += Number(Math.abs(judge - settings.rate) <= wrong) / settings.repeats;
    result.width += (high - low) / settings.repeats;
  }
  return result;
}

function rateOf(mean: number, random: () => number): number {
  const reach = Math.min(mean, 1 - mean) * 0.8;
  return mean + (random() < 0.5 ? -reach : reach);
}

function drawAttempts(
  settings: JudgedSettings,
  rates: readonly number[],
  random: () => number,
): JudgedAttempt[] {
  return rates.flatMap((rate, task) =>
    Array.from({ length: settings.attempts }, () => {
      const passed = random() < rate;
      const right = random() < (passed ? settings.sensitivity : settings.specificity);
      return {
        task: String(task),
        judged: passed === right,
        verified: task < settings.verified ? passed : null,
      };
    }),
  );
}
