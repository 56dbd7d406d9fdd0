import { median } from "simple-statistics";
import { planeClusters } from "./plane-clusters.ts";
import { stopWords } from "./stop-words.ts";

/** A name for a place of the plane. */
export type ClusterLabel = {
  x: number;
  y: number;
  text: string;
  /** How many points; names of larger clusters come first where there is no room for all. */
  priority: number;
};

const wordsPerLabel = 3;
/** How much more often than by the cluster's size a word must occur there. */
const leastLift = 1.25;

/**
 * Names for the clusters of a plane: the words that occur in a cluster's texts and rarely in the others' (class-based
 * TF-IDF: share of a cluster's words x log(1 + mean words of a cluster / occurrences anywhere), Grootendorst 2022). In
 * each text a word counts once, so that a long one does not name its cluster alone.
 * @param texts one a point
 */
export function clusterLabels(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  texts: readonly string[],
): ClusterLabel[] {
  const clusterOf = planeClusters(x, y);
  const members: number[][] = [];
  clusterOf.forEach((cluster, index) => {
    if (cluster < 0) return;
    members[cluster] ??= [];
    members[cluster].push(index);
  });
  const counts = members.map((rows) => countWords(rows.map((row) => texts[row] ?? "")));
  const anywhere = new Map<string, number>();
  for (const [word, count] of counts.flatMap((each) => [...each])) {
    anywhere.set(word, (anywhere.get(word) ?? 0) + count);
  }
  const total = [...anywhere.values()].reduce((sum, count) => sum + count, 0);
  const mean = total / Math.max(1, counts.length);
  return members.flatMap((rows, cluster) => {
    const share = rows.length / members.reduce((sum, each) => sum + each.length, 0);
    const text = tellingWords(counts[cluster] ?? new Map(), anywhere, mean, rows.length, share).join(", ");
    if (!text) return [];
    // The middle of a cluster's points: no outlier pulls its name away.
    const middle = (values: ArrayLike<number>) => median(rows.map((row) => values[row] as number));
    return { x: middle(x), y: middle(y), text, priority: rows.length };
  });
}

/** In how many of the texts each word occurs. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words of letters, three and longer; numbers, paths and stop words tell no subject. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}-]{2,}/gu) ?? [])
    .map((word) => word.replace(/-+$/, ""))
    .filter((word) => word.length <= 24 && !stopWords.has(word));
}

function tellingWords(
  counts: ReadonlyMap<string, number>,
  anywhere: ReadonlyMap<string, number>,
  mean: number,
  texts: number,
  share: number,
): string[] {
  const own = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const ranked = [...counts]
    // A word of one text names that text, not the cluster.
    .filter(([, count]) => count >= Math.max(2, texts * 0.04))
    // Nor does one that is as frequent elsewhere.
    .filter(([word, count]) => share === 1 || count > leastLift * share * (anywhere.get(word) ?? 0))
    .map(([word, count]) => ({
      word,
      weight: (count / own) * Math.log(1 + mean / (anywhere.get(word) ?? 1)),
    }))
    .sort((a, b) => b.weight - a.weight || a.word.localeCompare(b.word, "en"));
  const chosen: string[] = [];
  for (const { word } of ranked) {
    // "build" and "builds" are one word to a reader.
    if (chosen.some((other) => other.startsWith(word.slice(0, 5)) || word.startsWith(other.slice(0, 5))))
      continue;
    chosen.push(word);
    if (chosen.length === wordsPerLabel) break;
  }
  return chosen;
}
