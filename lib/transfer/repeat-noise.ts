import type { PairedTask, RepeatNoise, TaskTally } from "./schema.ts";

/**
 * How far two runs of one configuration lie apart at these tasks by chance: the standard deviation of their difference of
 * pass rates (an A/A comparison), where the first has as many attempts as the baseline and the second as the
 * candidate. At a task with n attempts, m passed, the variance of one attempt is m (n - m) / (n (n - 1)) without bias.
 * @returns null where no task has two counted attempts
 */
export function repeatNoise(tasks: readonly PairedTask[]): RepeatNoise | null {
  return spreadOf(tasks, "baseline") ?? spreadOf(tasks, "candidate");
}

function spreadOf(tasks: readonly PairedTask[], of: RepeatNoise["of"]): RepeatNoise | null {
  let repeated = 0;
  let variance = 0;
  for (const { base, candidate } of tasks) {
    const ofOne = varianceOfOne(of === "baseline" ? base : candidate);
    if (ofOne === null) continue;
    repeated += 1;
    variance += ofOne * (1 / base.scored + 1 / candidate.scored);
  }
  // The repeated tasks stand for all of them.
  return repeated === 0 ? null : { sd: Math.sqrt(variance / repeated / tasks.length), of, tasks: repeated };
}

function varianceOfOne({ scored, passed }: TaskTally): number | null {
  return scored < 2 ? null : (passed * (scored - passed)) / (scored * (scored - 1));
}
