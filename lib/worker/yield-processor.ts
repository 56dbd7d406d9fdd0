import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Puts this process behind all others that want a core: arithmetic gives way to whoever waits for a page. On Linux a
 * priority is each thread's own, and the threads that collect garbage are there before any line of ours runs; those
 * that come later take after the one that starts them.
 */
export function yieldProcessor(): void {
  for (const id of threadIds()) setPriority(id, constants.priority.PRIORITY_LOW);
}

function threadIds(): number[] {
  if (process.platform !== "linux") return [process.pid];
  return readdirSync("/proc/self/task").map(Number);
}
