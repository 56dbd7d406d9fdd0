import type { Outcome } from "#lib/runs/schema.ts";
import { compareRuns } from "./compare.ts";
import type { ComparedTrial, PairedTask } from "./schema.ts";

const letters: Record<string, Outcome> = { p: "passed", f: "failed", e: "errored", m: "missing" };

/** For tests: the trials of a run, one letter for each attempt of a task: { t1: "pfe", "gym/t2": "m" }. */
export function trialsOf(tasks: Readonly<Record<string, string>>): ComparedTrial[] {
  return Object.entries(tasks).flatMap(([name, attempts]) => {
    const [taskName = "", benchmark = "b"] = name.split("/").reverse();
    return [...attempts].map((letter, i) => ({
      taskId: name,
      benchmark,
      taskName,
      checksum: "",
      attempt: i + 1,
      outcome: letters[letter] ?? "missing",
    }));
  });
}

/** For tests: the trials of as many tasks of benchmark b with the same attempts, a letter each. */
export function alikeTrials(name: string, count: number, attempts: string): ComparedTrial[] {
  return trialsOf(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}${i}`, attempts])));
}

/** For tests: as many tasks in as many benchmarks, each with 0 to `most` attempts out of the letters. */
export function randomTasks(
  random: () => number,
  {
    tasks,
    benchmarks = 2,
    most = 4,
    from = "ppffem",
  }: {
    tasks: number;
    benchmarks?: number;
    most?: number;
    from?: string;
  },
): Record<string, string> {
  const attempts = () =>
    Array.from(
      { length: Math.floor(random() * (most + 1)) },
      () => from[Math.floor(random() * from.length)] ?? "m",
    ).join("");
  return Object.fromEntries(
    Array.from({ length: tasks }, (_, i) => [`b${i % benchmarks}/t${i}`, attempts()]),
  );
}

/** For tests: the pair that one task of two runs makes. */
export function pairOf(base: string, candidate: string, k = 3): PairedTask {
  const [task] = compareRuns(trialsOf({ t: base }), trialsOf({ t: candidate }), { k }).tasks;
  if (!task) throw new Error(`"${base}" and "${candidate}" make no pair.`);
  return task;
}
