import { expired, failedWithoutWarning, overlapsTask, tooLong, wordsOf } from "./judging-rules.ts";
import { findNames } from "./naming-rules.ts";
import type { Finding, LintSubject, RuleContext } from "./schema.ts";

/** What one memory breaks by itself; near-duplicates need the pool, see near-duplicates.ts. */
export function lintMemory(memory: LintSubject, context: RuleContext): Finding[] {
  return [
    ...findNames(memory),
    ...overlapsTask(memory, context),
    ...failedWithoutWarning(memory),
    ...tooLong(memory),
    ...expired(memory, context),
  ];
}

/** A word is rare when at most this share of the tasks use it; in small pools, when one task does. */
const rareShare = 0.01;

/** Which words are rare among the tasks of a pool. Each task counts once. */
export function rarityOf(tasks: Iterable<string>): (word: string) => boolean {
  const counts = new Map<string, number>();
  let total = 0;
  for (const task of new Set(tasks)) {
    total += 1;
    for (const word of new Set(wordsOf(task))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const most = Math.max(1, Math.floor(total * rareShare));
  return (word) => (counts.get(word) ?? 0) <= most;
}
