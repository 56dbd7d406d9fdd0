import { readdirSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Puts this process behind all others that want a core: arithmetic gives way to whoever waits for a page. On Linux a
 * priority is each thread's own, and the threads that collect garbage are there before any line of ours runs; those
 * that come later take after the one that starts them.
 */
export function lowerPriority(): void {
  for (const id of threadIds()) setPriority(id, constants.priority.PRIORITY_LOW);
}

function threadIds(): number[] {
  if (process.platform !== "linux") return [process.pid];
  return readdirSync("/proc/self/task").map(Number);
}

/** Of all processes Linux is to end this one first when memory runs out: a job can be tried again. */
export function preferAsOomVictim(): void {
  if (process.platform !== "linux") return;
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // A container that forbids it loses no more than the preference.
  }
}
