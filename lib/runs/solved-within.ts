/** How many of `trials` had passed by the end of a try; errored ones count as not passed. */
export type SolvedWithin = { tries: number; solved: number; trials: number };

/**
 * Solved within 1 try, within 2, and so on, as Aider's benchmark counts them: a later try saw what the tests said of
 * the earlier, so this is no pass@k. Pure.
 * @param groups equal tries with the number of trials that had them; null = none were recorded
 * @returns [] where no trial has tries
 */
export function solvedWithin(groups: readonly { tries: boolean[] | null; trials: number }[]): SolvedWithin[] {
  const most = Math.max(0, ...groups.map(({ tries }) => tries?.length ?? 0));
  const sum = (rows: typeof groups) => rows.reduce((total, { trials }) => total + trials, 0);
  return Array.from({ length: most }, (_, index) => ({
    tries: index + 1,
    solved: sum(groups.filter(({ tries }) => tries?.slice(0, index + 1).includes(true))),
    trials: sum(groups),
  }));
}
