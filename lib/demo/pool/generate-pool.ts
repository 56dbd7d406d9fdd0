import { hashJson } from "#lib/shared/hash.ts";
import { BENCHMARKS } from "./benchmarks.ts";
import { makeExperiences } from "./make-experiences.ts";
import { makeMemories } from "./make-memories.ts";
import { makeRuns } from "./make-runs.ts";
import { makeTasks } from "./make-tasks.ts";
import type { DemoPool } from "./types.ts";

const DEFAULT_DEMO_SEED = 42;

/**
 * The synthetic demo pool: 769 tasks of ten benchmarks, 1,724 memories of 431 experiences, five runs with 7,365
 * trials, and what each was shown. A pure function of the seed, described in docs/demo-pool.md.
 * @param seed any integer
 */
export function generatePool(seed: number = DEFAULT_DEMO_SEED): DemoPool {
  const tasksOf = new Map(BENCHMARKS.map((words) => [words.name, makeTasks(words, seed)]));
  const tasks = [...tasksOf.values()].flat();
  const memories = makeMemories(makeExperiences(tasksOf, seed), seed);
  return {
    seed,
    benchmarks: BENCHMARKS.map(({ name }) => name),
    tasks,
    memories,
    ...makeRuns(tasks, memories, seed),
  };
}

/** SHA-256 over everything in the pool: equal seeds give equal hashes. */
export function poolHash(pool: DemoPool): string {
  const tasks = pool.tasks.map(({ topic: _topic, thing: _thing, ...task }) => task);
  return hashJson({ ...pool, tasks });
}
