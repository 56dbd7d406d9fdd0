/** What the trials of one run at one task took, on average; null where nothing was recorded. */
export type TaskEffort = {
  costUsd: number | null;
  tokens: number | null;
  durationMs: number | null;
  steps: number | null;
};

const EFFORTS = ["costUsd", "tokens", "durationMs", "steps"] as const;
export type EffortName = (typeof EFFORTS)[number];

/** A paired difference of means over the tasks at which both runs recorded it. */
export type EffortDifference = {
  name: EffortName;
  base: number;
  candidate: number;
  /** candidate - base. */
  delta: number;
  tasks: number;
};

/**
 * Mean cost, tokens, duration and steps per attempt, paired by task, each task counting the same. A task at which
 * either run recorded nothing is left out of that mean; a measure without any such pair is left out altogether.
 */
export function compareEffort(
  pairs: readonly { base: TaskEffort | undefined; candidate: TaskEffort | undefined }[],
): EffortDifference[] {
  return EFFORTS.flatMap((name) => {
    let base = 0;
    let candidate = 0;
    let tasks = 0;
    for (const pair of pairs) {
      const before = pair.base?.[name] ?? null;
      const after = pair.candidate?.[name] ?? null;
      if (before === null || after === null) continue;
      base += before;
      candidate += after;
      tasks += 1;
    }
    if (tasks === 0) return [];
    return {
      name,
      base: base / tasks,
      candidate: candidate / tasks,
      delta: (candidate - base) / tasks,
      tasks,
    };
  });
}
