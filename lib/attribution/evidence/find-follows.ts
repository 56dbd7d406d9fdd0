import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { type Follow, type FollowTest, isOfAgent, type MemoryText } from "./schema.ts";
import { type Bigram, bigramsOf } from "./words.ts";

/** Chance that any memory of a trial that ignored them all is said to be followed. */
const FOLLOW_LEVEL = 0.05;
const MOST_QUOTES = 6;

type Input = {
  steps: readonly TrajectoryStep[];
  memory: MemoryText;
  /** Memories of the same kind that this trial was not shown. */
  controls: readonly MemoryText[];
  /** What the agent had or did without any memory: statement, query, actions of trials without memory at this task. */
  known: readonly string[];
  /** Memories of the trial that are tested: each gets an equal part of the level. */
  family: number;
};

/**
 * The steps whose action follows a memory, by a permutation test. A pair of neighboring words that memory and action
 * share counts ln((1 + N) / n), where n of the N memories compared have it: what every memory says counts nearly
 * nothing, and what the agent has without memory counts nothing. A step's p is the share, among the memory and its
 * controls, of those that some step fits as well; a step follows where p <= .05 / number of memories tested. For a
 * memory that is ignored, memory and controls can be exchanged, so that a trial has a false step with a chance of 5% at
 * most.
 * @returns null with fewer controls than that level asks for: .05 can't be reached
 */
export function findFollows({ steps, memory, controls, known, family }: Input): FollowTest | null {
  const level = FOLLOW_LEVEL / Math.max(1, family);
  if (1 / (controls.length + 1) > level) return null;
  const actions = actionsOf(steps, known);
  const inActions = new Set(actions.flatMap(({ bigrams }) => bigrams.map(({ key }) => key)));
  const texts = [memory, ...controls].map(({ title, text }) => sharedKeys(`${title}\n${text}`, inActions));
  const weights = weigh(texts);
  const own = texts[0] ?? new Set<string>();
  const best = texts
    .slice(1)
    .map((keys) => Math.max(0, ...actions.map((action) => scoreOf(action, keys, weights))));
  const tested = actions.map((action) => {
    const score = scoreOf(action, own, weights);
    const asGood = best.filter((each) => each >= score).length;
    return { action, p: score === 0 ? 1 : (1 + asGood) / (1 + best.length) };
  });
  return {
    follows: tested
      .filter(({ p }) => p <= level)
      .map(({ action, p }): Follow => ({ step: action.step, p, quotes: quotesOf(action, own, weights) })),
    p: Math.min(1, ...tested.map(({ p }) => p)),
    controls: controls.length,
  };
}

type Action = { step: number; text: string; bigrams: Bigram[]; keys: ReadonlySet<string> };

function actionsOf(steps: readonly TrajectoryStep[], known: readonly string[]): Action[] {
  const had = new Set(known.flatMap((text) => bigramsOf(text).map(({ key }) => key)));
  return steps.flatMap((step, i) => {
    if (step.action === null || !isOfAgent(step)) return [];
    const bigrams = bigramsOf(step.action).filter(({ key }) => !had.has(key));
    const keys = new Set(bigrams.map(({ key }) => key));
    return keys.size > 0 ? [{ step: i + 1, text: step.action, bigrams, keys }] : [];
  });
}

function sharedKeys(text: string, wanted: ReadonlySet<string>): Set<string> {
  return new Set(bigramsOf(text).flatMap(({ key }) => (wanted.has(key) ? key : [])));
}

function weigh(texts: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const keys of texts) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].map(([key, count]) => [key, Math.log((1 + texts.length) / count)]));
}

function scoreOf(action: Action, keys: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let score = 0;
  for (const key of keys) if (action.keys.has(key)) score += weights.get(key) ?? 0;
  return score;
}

/** The words of the action that it shares with the memory, neighbors joined, the rarest first. */
function quotesOf(action: Action, keys: ReadonlySet<string>, weights: ReadonlyMap<string, number>): string[] {
  const spans: { start: number; end: number; weight: number }[] = [];
  for (const { key, start, end } of action.bigrams) {
    if (!keys.has(key)) continue;
    const last = spans.at(-1);
    if (last && start < last.end) {
      last.end = end;
      last.weight += weights.get(key) ?? 0;
    } else spans.push({ start, end, weight: weights.get(key) ?? 0 });
  }
  spans.sort((a, b) => b.weight - a.weight);
  const quotes = spans.map(({ start, end }) => action.text.slice(start, end));
  return [...new Set(quotes)].slice(0, MOST_QUOTES);
}
