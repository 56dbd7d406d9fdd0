import { mean } from "simple-statistics";
import type { ShownMemory } from "#lib/attribution/exposures.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { compareTasks } from "#lib/transfer/compare-tasks.ts";
import type { ComparedTrial, PairedTask } from "#lib/transfer/schema.ts";

// Simulated runs whose truth is known: for the tests of what is said of memories, and for `bench calibration`.

/** How a page of memories comes about. Shifts are of the log odds of passing. */
export type SimulatedPool = {
  tasks: number;
  memories: number;
  /** settled: mostly never or always passed; mixed: normal on the logit scale. */
  rates: "settled" | "mixed";
  /** Of the whole run, its standard deviation over benchmarks, and over tasks. */
  shift?: number;
  benchmarkSd?: number;
  taskSd?: number;
  /** Share of tasks that the run turns over, either way. */
  turned?: number;
  /** A memory is shown at tasks of about one difficulty only. */
  byDifficulty?: boolean;
  /** What three planted memories do to an attempt that is shown them; each is mostly shown with a companion. */
  harm?: number;
  /** Standard deviation of what all other memories do. */
  memorySd?: number;
};

export type Simulated = {
  tasks: PairedTask[];
  shown: ShownMemory[];
  harmful: ReadonlySet<string>;
  /** Of each memory: the mean change of the chance to pass over the attempts that were shown it. */
  truth: ReadonlyMap<string, number>;
};

const [attempts, shownCount] = [3, 3];
const planted = ["m5", "m17", "m40"];

/** One run without and one with memory, drawn from a seed. */
export function simulatePool(pool: SimulatedPool, seed: number): Simulated {
  const random = seededRandom(seed);
  const benchmarkShift = Array.from({ length: 6 }, () => (pool.benchmarkSd ?? 0) * normal(random));
  const truths = Array.from({ length: pool.tasks }, () => drawTask(pool, benchmarkShift, random));
  const difficulty = rankOf(truths.map(({ logit }) => logit));
  const pick = picker(pool, random);
  const ordinary = ordinaryEffects(pool, random);
  const changes = new Map<string, number[]>();
  const base: ComparedTrial[] = [];
  const candidate: ComparedTrial[] = [];
  const shown: ShownMemory[] = [];
  truths.forEach(({ benchmark, logit, shift }, i) => {
    const habits = new Set<string>();
    while (habits.size < shownCount) habits.add(pick(difficulty[i] ?? 0));
    const culprit = pool.harm ? planted[i % 18] : undefined;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const ids = new Set([...habits].map((id) => (random() < 0.3 ? pick(difficulty[i] ?? 0) : id)));
      if (culprit && random() < 0.9) {
        ids.add(culprit);
        if (random() < 0.8) ids.add(`${culprit} companion`);
      }
      const chance = (shownIds: ReadonlySet<string>) =>
        sigmoid(logit + shift + effectOf(pool, ordinary, shownIds));
      const passes = random() < chance(ids);
      for (const id of ids) {
        const change = chance(ids) - chance(ids.difference(new Set([id])));
        changes.set(id, [...(changes.get(id) ?? []), change]);
      }
      const outcome = passes ? ("passed" as const) : ("failed" as const);
      const trial = { taskId: `t${i}`, benchmark: `b${benchmark}`, taskName: `t${i}`, checksum: "", attempt };
      base.push({ ...trial, outcome: random() < sigmoid(logit) ? "passed" : "failed" });
      candidate.push({ ...trial, outcome });
      for (const memoryId of ids) {
        shown.push({ memoryId, candidateTaskId: `t${i}`, trialId: `t${i} ${attempt}`, outcome });
      }
    }
  });
  const { tasks } = compareTasks(base, candidate);
  const truth = new Map([...changes].map(([id, its]) => [id, mean(its)]));
  return { tasks, shown, harmful: new Set(pool.harm ? planted : []), truth };
}

function ordinaryEffects({ memories, memorySd }: SimulatedPool, random: () => number): Map<string, number> {
  if (memorySd === undefined) return new Map();
  const ids = Array.from({ length: memories }, (_, i) => `m${i}`);
  const companions = planted.map((id) => `${id} companion`);
  return new Map([...ids, ...companions].map((id) => [id, memorySd * normal(random)]));
}

/** On the log odds of an attempt: one planted memory is as bad as two. */
function effectOf(
  { harm = 0 }: SimulatedPool,
  ordinary: ReadonlyMap<string, number>,
  ids: ReadonlySet<string>,
): number {
  let sum = planted.some((id) => ids.has(id)) ? harm : 0;
  for (const id of ids) sum += planted.includes(id) && harm !== 0 ? 0 : (ordinary.get(id) ?? 0);
  return sum;
}

function drawTask(pool: SimulatedPool, benchmarkShift: readonly number[], random: () => number) {
  const benchmark = Math.min(5, Math.floor(random() * 5.2));
  const settled = () => {
    const kind = random();
    const rate = kind < 0.45 ? 0.02 : kind < 0.8 ? 0.97 : 0.005 + 0.99 * random();
    return Math.log(rate / (1 - rate));
  };
  const logit = pool.rates === "settled" ? settled() : 2 * normal(random);
  const turn = random() < (pool.turned ?? 0) ? (random() < 0.5 ? -5 : 5) : 0;
  const shift =
    (pool.shift ?? 0) + (benchmarkShift[benchmark] ?? 0) + (pool.taskSd ?? 0) * normal(random) + turn;
  return { benchmark, logit, shift };
}

/** Draws memories, a few much more often than most; where asked for, only those at home at a difficulty. */
function picker({ memories, byDifficulty }: SimulatedPool, random: () => number) {
  const weights = Array.from({ length: memories }, (_, i) => (1 + i) ** -0.6);
  const ends: number[] = [];
  for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight);
  return (difficulty: number): string => {
    for (;;) {
      const at = random() * (ends.at(-1) ?? 1);
      const index = ends.findIndex((end) => at <= end);
      const home = (index * 0.618) % 1;
      if (!byDifficulty || Math.abs(home - difficulty) < 0.15) return `m${index}`;
    }
  };
}

/** The place of each value among all, 0 to 1. */
function rankOf(values: readonly number[]): number[] {
  const ranks = new Array<number>(values.length);
  [...values.keys()]
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
    .forEach((index, place) => {
      ranks[index] = place / values.length;
    });
  return ranks;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
