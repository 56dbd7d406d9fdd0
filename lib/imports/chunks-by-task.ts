import type { AssembledTrial } from "./assembled.ts";
import { taskKeyOf } from "./decide-trials.ts";

/** Trials decided and written together; a trajectory weighs far more than a memory. */
const TRIAL_CHUNK = 50;

/** Chunks in which all attempts of a task stand together: attempts are numbered over all of them. */
export function chunksByTask(trials: readonly AssembledTrial[]): AssembledTrial[][] {
  const chunks: AssembledTrial[][] = [[]];
  for (const attempts of Map.groupBy(trials, taskKeyOf).values()) {
    const last = chunks.at(-1) ?? [];
    if (last.length > 0 && last.length + attempts.length > TRIAL_CHUNK) chunks.push([...attempts]);
    else last.push(...attempts);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}
