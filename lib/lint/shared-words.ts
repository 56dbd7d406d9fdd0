import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";

/** Two texts of which one is likely a rewording of the other. */
export type SharedWords<Id> = { a: Id; b: Id; jaccard: number };

/** From this share of common words (Jaccard index over word sets) on, two texts count as one. */
export const rewordingShare = 0.75;
/** Shorter texts share their few words by chance. */
const fewestWords = 8;
/** Between slices work yields to the event loop: twenty thousand texts take seconds. */
const textsPerSlice = 100;

/**
 * All pairs of texts whose word sets overlap by at least `rewordingShare`, exact, most alike first.
 * Prefix filtering (Bayardo, Ma, Srikant 2007): two sets that overlap enough share a word among the
 * rarest few of each, so that only those are looked up; cost is near linear where texts differ.
 * @param signal aborting throws its reason
 */
export async function findSharedWords<Id>(
  texts: readonly { id: Id; text: string }[],
  signal?: AbortSignal,
): Promise<SharedWords<Id>[]> {
  const sets = rankedSets(texts);
  const holders = new Map<number, number[]>();
  const pairs: SharedWords<Id>[] = [];
  for (const [i, { id, words }] of sets.entries()) {
    if (i % textsPerSlice === 0) await yieldToEventLoop(signal);
    const candidates = new Set<number>();
    for (const word of words.slice(0, prefixOf(words.length))) {
      const known = holders.get(word);
      if (!known) holders.set(word, [i]);
      else {
        for (const j of known) candidates.add(j);
        known.push(i);
      }
    }
    for (const j of candidates) {
      const other = sets[j];
      if (!other) continue;
      const jaccard = jaccardOf(words, other.words);
      if (jaccard >= rewordingShare) pairs.push({ a: other.id, b: id, jaccard });
    }
  }
  return pairs.sort((x, y) => y.jaccard - x.jaccard);
}

/** Word sets as numbers, rarest word first: the same order in every set. */
function rankedSets<Id>(texts: readonly { id: Id; text: string }[]): { id: Id; words: number[] }[] {
  const split = texts
    .map(({ id, text }) => ({ id, words: new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) }))
    .filter(({ words }) => words.size >= fewestWords);
  const uses = new Map<string, number>();
  for (const { words } of split) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const ranked = [...uses].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const rank = new Map(ranked.map(([word], index) => [word, index]));
  return split.map(({ id, words }) => ({
    id,
    words: [...words].map((word) => rank.get(word) ?? 0).sort((a, b) => a - b),
  }));
}

function prefixOf(size: number): number {
  return size - Math.ceil(rewordingShare * size) + 1;
}

/** Jaccard index of two ascending lists without repeats, or 0 as soon as their lengths rule enough overlap out. */
function jaccardOf(a: readonly number[], b: readonly number[]): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < rewordingShare * long.length) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < short.length && j < long.length; ) {
    const difference = (short[i] ?? 0) - (long[j] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (a.length + b.length - common);
}
