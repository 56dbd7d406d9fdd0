/**
 * Keeps the answers asked for last, and lets everybody who asks for one that is being computed wait for the same. What
 * failed is not kept. Answers are shared: whoever gets one must not change it.
 * @param most how many are kept
 * @returns a function that gives the answer of a key, computed where it is not there
 */
export function keepAnswers<T>(most: number): (key: string, compute: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, compute) => {
    const answer = kept.get(key) ?? compute();
    // The one asked for last stands last.
    kept.delete(key);
    kept.set(key, answer);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    answer.catch(() => {
      if (kept.get(key) === answer) kept.delete(key);
    });
    return answer;
  };
}
