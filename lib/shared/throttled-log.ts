import { LRUCache } from "lru-cache";

const againAfterMs = 60_000;
const mostKinds = 1_000;

/**
 * Tells the same thing once a minute at most: what fails several times a second, as long as a disk is full, would fill it
 * further. Numbers do not make two sentences different.
 */
export function createThrottledLog(
  tell: (sentence: string) => void = console.error,
): (sentence: string) => void {
  const told = new LRUCache<string, true>({ max: mostKinds, ttl: againAfterMs, perf: Date });
  return (sentence) => {
    const kind = sentence.replace(/\d+/g, "#");
    if (told.has(kind)) return;
    told.set(kind, true);
    tell(sentence);
  };
}
