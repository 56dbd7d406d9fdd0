import type { PredictedMemory, Predictor, PredictorKind } from "./schema.ts";

/** Words in more or fewer of the memories than these tell too little. */
const [leastShare, mostShare, mostWords] = [0.05, 0.8, 40];

/**
 * All predictors of some memories. Which words and tags are among them depends on how often they occur, never on the
 * effects: else the family of tests would be chosen by its result.
 * @param rules names of all lint rules
 */
export function listPredictors(memories: readonly PredictedMemory[], rules: readonly string[]): Predictor[] {
  const yesNo = (
    kind: PredictorKind,
    name: string,
    said: (memory: PredictedMemory) => boolean | null,
  ): Predictor => ({
    ...{ kind, name, isYesNo: true },
    values: memories.map((memory) => {
      const yes = said(memory);
      return yes === null ? null : Number(yes);
    }),
  });
  const number = (
    kind: PredictorKind,
    name: string,
    of: (memory: PredictedMemory) => number | null,
  ): Predictor => ({
    ...{ kind, name, isYesNo: false },
    values: memories.map(of),
  });
  const distinct = (of: (memory: PredictedMemory) => string) => [...new Set(memories.map(of))].sort();
  return [
    ...rules.map((rule) => yesNo("lint rule", rule, (memory) => memory.rules?.has(rule) ?? null)),
    number("measure", "LISI", ({ lisi }) => lisi),
    number("measure", "invariant share", ({ invariantShare }) => invariantShare),
    ...distinct(({ type }) => type).map((type) => yesNo("type", type, (memory) => memory.type === type)),
    yesNo("polarity", "born from a failed attempt", ({ outcome }) =>
      outcome === "unknown" ? null : outcome === "failed",
    ),
    ...distinct(({ benchmark }) => benchmark).map((name) =>
      yesNo("benchmark", name, (memory) => memory.benchmark === name),
    ),
    yesNo("judge label", "label is wrong", ({ isMislabeled }) => isMislabeled),
    number("length", "characters", ({ characters }) => characters),
    number("age", "days", ({ age }) => age),
    ...frequent(memories.map(({ tags }) => tags)).map((tag) =>
      yesNo("tag", tag, ({ tags }) => tags.has(tag)),
    ),
    ...frequent(memories.map(({ words }) => words)).map((word) =>
      yesNo("word", word, ({ words }) => words.has(word)),
    ),
  ];
}

/** The terms that the most memories have, within the limits; equally frequent ones by name. */
function frequent(sets: readonly ReadonlySet<string>[]): string[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastShare * sets.length && count <= mostShare * sets.length)
    .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
    .slice(0, mostWords)
    .map(([term]) => term);
}
