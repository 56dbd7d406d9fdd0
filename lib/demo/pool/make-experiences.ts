import { shuffled } from "#lib/shared/random.ts";
import { apportion, BENCHMARKS, EXPERIENCE_COUNT } from "./benchmarks.ts";
import { PRINCIPLES } from "./principles.ts";
import { between, pick, type Random, streamFor } from "./streams.ts";
import type { Slots } from "./text.ts";
import type { BenchmarkWords, DemoTask, Principle, Trouble } from "./types.ts";

/** One source run: what the four memories of a task are written from. */
export type Experience = {
  task: DemoTask;
  words: BenchmarkWords;
  trouble: Trouble;
  principle: Principle;
  /** How often the principle was taught before: picks its wording. */
  turn: number;
  passed: boolean;
  /** How the attempt was lost, where it was: past-tense verb phrase, subject the agent. */
  miss: string;
  slots: Slots;
  random: Random;
};

const byKey = new Map(PRINCIPLES.map((principle) => [principle.key, principle]));

/**
 * 431 source runs, spread over the benchmarks in proportion to their tasks. Troubles and principles that were used
 * least come first, so that the pool is as varied as its words allow.
 */
export function makeExperiences(tasksOf: ReadonlyMap<string, DemoTask[]>, seed: number): Experience[] {
  const shares = apportion(
    EXPERIENCE_COUNT,
    BENCHMARKS.map((words) => words.taskCount),
  );
  const troubleUses = new Map<Trouble, number>();
  const principleUses = new Map<string, number>();
  return BENCHMARKS.flatMap((words, index) => {
    const order = streamFor(seed, "experiences", words.name);
    const chosen = shuffled(tasksOf.get(words.name) ?? [], order).slice(0, shares[index]);
    return chosen.map((task) => {
      const random = streamFor(seed, "experience", task.benchmark, task.name);
      const trouble = leastUsed(shuffled(task.topic.troubles, random), (each) => troubleUses.get(each) ?? 0);
      const key = leastUsed(shuffled(trouble.lessons, random), (each) => principleUses.get(each) ?? 0);
      const turn = principleUses.get(key) ?? 0;
      troubleUses.set(trouble, (troubleUses.get(trouble) ?? 0) + 1);
      principleUses.set(key, turn + 1);
      const passed = random() < words.sourcePassRate;
      const miss = pick(words.misses, random);
      const slots = slotsOf(task, random);
      return { task, words, trouble, principle: principleOf(key), turn, passed, miss, slots, random };
    });
  });
}

/** The numbers that a source run shows on its terminal. */
export function slotsOf(task: DemoTask, random: Random): Slots {
  return {
    n: String(between(12, 98, random)),
    m: String(between(2, 9, random)),
    t: `${between(1, 9, random)}.${between(10, 99, random)}`,
    line: String(between(14, 480, random)),
    file: task.topic.file,
    thing: task.thing,
  };
}

function principleOf(key: string): Principle {
  const principle = byKey.get(key);
  if (!principle) throw new Error(`No principle is called "${key}".`);
  return principle;
}

function leastUsed<T>(values: readonly T[], usesOf: (value: T) => number): T {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error("Nothing to choose from.");
  return rest.reduce((best, value) => (usesOf(value) < usesOf(best) ? value : best), first);
}
