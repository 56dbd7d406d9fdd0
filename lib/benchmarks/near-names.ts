import { benchmarkKey } from "./benchmark-key.ts";

/** Two stored names that may be one benchmark. */
export type NearNames = {
  /** spelling: equal but for case and separators; part: one is the beginning of the other; letters: a letter or two. */
  kind: "spelling" | "part" | "letters";
  names: [string, string];
};

const shortest = 4;
const mostLetters = 2;

/**
 * Pairs of names to look at: nobody but a person can say whether "swe-bench" and "swebench-verified" are one. Names
 * that differ in digits alone are releases, and told apart on purpose.
 */
export function nearNames(names: readonly string[]): NearNames[] {
  const keyed = names.map((name) => ({ name, key: benchmarkKey(name) }));
  return keyed.flatMap((a, i) =>
    keyed.slice(i + 1).flatMap((b) => {
      const kind = nearness(a.key, b.key);
      return kind ? [{ kind, names: [a.name, b.name] as [string, string] }] : [];
    }),
  );
}

/** Letters that two names of one family have in common: "terminal-bench-core" and "Terminal-Bench 2". */
const familyLetters = 8;

/**
 * Which of some names a new one may stand for, the likeliest first: those near it, then those of its family. A guess
 * to choose from, never one to act on.
 */
export function similarNames(name: string, others: readonly string[]): string[] {
  const key = benchmarkKey(name);
  const ranked = others.flatMap((other) => {
    const otherKey = benchmarkKey(other);
    if (otherKey === key) return [];
    const near = nearness(key, otherKey) !== null;
    const shared = sharedStart(key, otherKey);
    return near || shared >= familyLetters ? [{ other, near, shared }] : [];
  });
  ranked.sort(
    (a, b) => Number(b.near) - Number(a.near) || b.shared - a.shared || (a.other < b.other ? -1 : 1),
  );
  return ranked.map(({ other }) => other);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** How near two keys are; null = not near. */
function nearness(a: string, b: string): NearNames["kind"] | null {
  if (a === b) return "spelling";
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < shortest) return null;
  if (long.startsWith(short)) return "part";
  if (withoutDigits(a) === withoutDigits(b)) return null;
  // A long word forgives two letters, a short one none: "aime" and "aider" are no misspellings of each other.
  const allowed = Math.min(mostLetters, Math.floor(short.length / 5));
  return allowed > 0 && isWithin(short, long, allowed) ? "letters" : null;
}

function withoutDigits(key: string): string {
  return key.replace(/[0-9.]/g, "");
}

/** Whether so many letters put in, taken out or changed make one key the other (Levenshtein 1966). */
function isWithin(a: string, b: string, most: number): boolean {
  if (b.length - a.length > most) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return (previous[b.length] ?? most + 1) <= most;
}
