import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { isOfAgent, type MemoryText, type Mention } from "./schema.ts";
import { type Word, wordsOf } from "./words.ts";

/** Words of a title from which on it is taken for a name wherever it stands; shorter ones may be chance. */
const LEAST_WORDS = 3;
/** Share of a title's words that must be there, in order, and the shortest title this is asked of. */
const NEAR = 0.85;
const LEAST_NEAR_WORDS = 6;
/** Consecutive words of a memory's text that nobody writes by chance. */
const QUOTED_WORDS = 8;
const numbered = /\bmemory\s+(?:items?\s*#?|#|number\s+|no\.\s*)(\d{1,2})\b/gi;

/**
 * The steps in which the agent names each of the memories it was shown, in message or reasoning: by the title (exactly,
 * or all but a sixth of its words in order), by number ("memory item 2"), or by eight words in a row of its text.
 * @param memories in the order in which they were shown
 * @param known what the agent had anyway: the task's statement and the query; quotes of it tell nothing
 * @returns for each memory its mentions, one a step
 */
export function findMentions(
  steps: readonly TrajectoryStep[],
  memories: readonly MemoryText[],
  known: readonly string[],
): Mention[][] {
  const names = memories.map(({ title }) => wordsOf(title.replace(/…$/, "")).map(({ word }) => word));
  const runs = quotableRuns(memories, known);
  const found: Mention[][] = memories.map(() => []);
  for (const [i, step] of steps.entries()) {
    if (!isOfAgent(step)) continue;
    const texts = [step.message, step.reasoning].flatMap((text) => text ?? []);
    for (const [m, mention] of mentionsIn(texts, names, runs)) found[m]?.push({ step: i + 1, ...mention });
  }
  return found;
}

type Said = Omit<Mention, "step">;

function mentionsIn(
  texts: readonly string[],
  names: readonly string[][],
  runs: readonly ReadonlySet<string>[],
): Map<number, Said> {
  const said = new Map<number, Said>();
  const add = (m: number, how: Mention["how"], quote: string) => {
    const before = said.get(m);
    if (!before) said.set(m, { how, quotes: [quote] });
    else if (!before.quotes.includes(quote)) before.quotes.push(quote);
  };
  for (const text of texts) {
    const words = wordsOf(text);
    const titles = bestTitles(words, names);
    for (const { m, start, end, exact } of titles)
      add(m, exact ? "title" : "near title", text.slice(start, end));
    for (const match of text.matchAll(numbered)) {
      const m = Number(match[1]) - 1;
      if (m >= 0 && m < names.length) add(m, "number", match[0]);
    }
    for (const [m, own] of runs.entries()) {
      const quote = firstRun(text, words, own);
      if (quote !== null) add(m, "text", quote);
    }
  }
  return said;
}

type TitleFound = { m: number; start: number; end: number; exact: boolean; share: number };

/** Where titles are named; of titles that are nearly alike, the one that fits best is meant. */
function bestTitles(words: readonly Word[], names: readonly string[][]): TitleFound[] {
  const found = names.flatMap((name, m) => findTitle(words, name).map((each) => ({ m, ...each })));
  return found.filter((each) =>
    found.every((other) => other.share <= each.share || other.end <= each.start || other.start >= each.end),
  );
}

function findTitle(words: readonly Word[], name: readonly string[]): Omit<TitleFound, "m">[] {
  if (name.length < LEAST_WORDS) return [];
  const least = name.length < LEAST_NEAR_WORDS ? name.length : Math.ceil(NEAR * name.length);
  const inName = new Set(name);
  const found: Omit<TitleFound, "m">[] = [];
  let at = 0;
  while (at + least <= words.length) {
    const window = words.slice(at, at + name.length);
    const shared = window.filter(({ word }) => inName.has(word)).length;
    const kept = shared < least ? 0 : commonInOrder(window, name);
    const [first, last] = [window[0], window.at(-1)];
    if (kept < least || !first || !last || !inName.has(first.word)) {
      at += 1;
      continue;
    }
    found.push({ start: first.start, end: last.end, exact: kept === name.length, share: kept / name.length });
    at += name.length;
  }
  return found;
}

/** Length of the longest common subsequence. */
function commonInOrder(window: readonly Word[], name: readonly string[]): number {
  let row = new Array<number>(name.length + 1).fill(0);
  for (const { word } of window) {
    const next = [0];
    for (const [j, each] of name.entries()) {
      next.push(each === word ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Each memory's runs of eight words that neither the task nor another shown memory has. */
function quotableRuns(memories: readonly MemoryText[], known: readonly string[]): Set<string>[] {
  const taken = new Set(known.flatMap((text) => [...runsOf(wordsOf(text))]));
  const own = memories.map(({ text }) => new Set(runsOf(wordsOf(text))));
  return own.map(
    (runs, m) =>
      new Set(
        [...runs].filter((run) => !taken.has(run) && own.every((other, i) => i === m || !other.has(run))),
      ),
  );
}

function runsOf(words: readonly Word[]): string[] {
  return words.slice(0, Math.max(0, words.length - QUOTED_WORDS + 1)).map((_, i) => runAt(words, i));
}

function runAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + QUOTED_WORDS)
    .map(({ word }) => word)
    .join(" ");
}

function firstRun(text: string, words: readonly Word[], runs: ReadonlySet<string>): string | null {
  if (runs.size === 0) return null;
  for (let at = 0; at + QUOTED_WORDS <= words.length; at++) {
    if (runs.has(runAt(words, at))) return text.slice(words[at]?.start, words[at + QUOTED_WORDS - 1]?.end);
  }
  return null;
}
