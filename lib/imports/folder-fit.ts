/**
 * How well a pool's file and a trial go together by their stored paths: the number of folders of the pool that lead to
 * the trial, the run's folder among them; 0 where they do not. A trial's path begins with the last two folders of its
 * run's place (`outputs/T-SE/alpha-bench/1/task__a1`), a pool's with the folder that was imported
 * (`T-SE/alpha-bench/workflow_memory.jsonl`).
 */
export function folderFit(poolPath: string, trialPath: string): number {
  const pool = poolPath.split("/").slice(0, -1);
  const trial = trialPath.split("/");
  // The pool's innermost folder is the run's or one below it; the trial's own folder holds no pool.
  for (let inner = trial.length - 2; inner >= 1; inner -= 1) {
    let fit = 0;
    while (fit <= inner && fit < pool.length && pool[pool.length - 1 - fit] === trial[inner - fit]) fit += 1;
    if (inner - fit < 1) return fit;
  }
  return 0;
}
