/** One counted attempt at a paired task: of the baseline (no memories), or of the candidate with what it was shown. */
export type JointAttempt = {
  /** Index of the task, from 0. */
  task: number;
  candidate: boolean;
  passed: boolean;
  /** Indices of the memories shown, from 0; each once. */
  memories: readonly number[];
};

export type JointOptions = {
  seed?: number;
  /** Draws kept for the results, over all chains. */
  draws?: number;
  /** Benchmark of each task, an index from 0; one for all where it is left out. */
  benchmarks?: readonly number[];
  signal?: AbortSignal | undefined;
  /** Told the share done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
};

/** What is said of a memory or of several together. Shares of attempts, -1 to 1. */
export type JointEffect = {
  /**
   * Mean change of the chance to pass over the attempts that were shown it: with it minus without it, all else as it
   * was. Posterior mean, with the 90% interval.
   */
  effect: number;
  lower: number;
  upper: number;
  /** Local false sign rate: the chance that it does not do what its effect says beyond the ordinary. */
  lfsr: number;
  /** Mean of the local false sign rates that are as small or smaller (Stephens 2017). */
  q: number;
  /** Attempts that were shown it (of several: any of them), and their tasks. */
  exposures: number;
  tasks: number;
};

export type JointMemory = JointEffect & {
  /** Index of its group in `groups`; memories of one group can't be told apart. */
  group: number;
};

/** A memory, or memories among which the data can't say which one did it. */
export type JointGroup = JointEffect & {
  /** The likeliest first. */
  memories: number[];
};

export type JointDiagnostics = {
  /** The largest split R-hat, and the fewest effective draws, of what the model estimates as a whole. */
  rHat: number;
  effectiveDraws: number;
  draws: number;
  chains: number;
  seed: number;
};

export type JointFit = {
  /** What the run as a whole changed, memories apart. */
  armEffect: Pick<JointEffect, "effect" | "lower" | "upper">;
  memories: JointMemory[];
  groups: JointGroup[];
  /** What two memories do together beyond what each does alone: only pairs that the data tell apart. */
  pairs: JointGroup[];
  diagnostics: JointDiagnostics;
};
