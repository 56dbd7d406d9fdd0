import { LRUCache } from "lru-cache";

/**
 * Keeps the answers asked for last, and lets everybody who asks for one that is being computed wait for the same. What
 * failed is not kept. Answers are shared: whoever gets one must not change it.
 * @param most how many are kept
 * @returns a function that gives the answer of a key, computed where it is not there
 */
export function memoizeAsync<T>(most: number): (key: string, compute: () => Promise<T>) => Promise<T> {
  const kept = new LRUCache<string, Promise<T>, () => Promise<T>>({
    max: most,
    memoMethod: (key, _stale, { context: compute }) => {
      const answer = compute();
      answer.catch(() => {
        if (kept.peek(key) === answer) kept.delete(key);
      });
      return answer;
    },
  });
  return (key, compute) => kept.memo(key, { context: compute });
}
