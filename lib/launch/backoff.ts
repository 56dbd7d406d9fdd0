/** What is to be done about one more crash. */
export type NextTry = {
  waitMs: number;
  /** Crashes in a row, this one included. */
  inARow: number;
  /** Whether to say so: a process that never works must not fill the log. */
  isTold: boolean;
};

const longestWaitMs = 30_000;
/** Who ran as long as this had started well: its crash is the first of a new row. */
const settledAfterMs = 60_000;
const toldInARow = 5;
const toldAgainAfterMs = 600_000;

/** Counts the crashes of one process: each in a row is followed by a longer wait, up to half a minute, without limit. */
export function createBackoff(firstWaitMs: number): (ranForMs: number, now?: number) => NextTry {
  let inARow = 0;
  let toldAt = 0;
  return (ranForMs, now = Date.now()) => {
    inARow = ranForMs >= settledAfterMs ? 1 : inARow + 1;
    const isTold = inARow <= toldInARow || now - toldAt >= toldAgainAfterMs;
    if (isTold) toldAt = now;
    return { waitMs: Math.min(longestWaitMs, firstWaitMs * 2 ** (inARow - 1)), inARow, isTold };
  };
}
