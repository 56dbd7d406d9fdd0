import type { MatrixRun, RunTask } from "./schema.ts";

/** For tests: a run with memory and no baseline, but for what is said. */
export function runOf(run: Partial<MatrixRun> & { id: string }): MatrixRun {
  return {
    name: run.id,
    arm: "memory",
    memoryType: "insight",
    scope: "cross_domain",
    model: "m",
    agent: null,
    release: null,
    benchmarks: ["b"],
    createdAt: "2026-01-01T00:00:00.000Z",
    synthetic: false,
    incomplete: false,
    baselineId: null,
    ...run,
  };
}

/** For tests: the tasks of a run, one letter for each attempt (p, f, e, m): { t1: "pfe", "gym/t2": "m" }. */
export function tasksOf(tasks: Readonly<Record<string, string>>): RunTask[] {
  return Object.entries(tasks).map(([name, attempts]) => {
    const [taskName = "", benchmark = "b"] = name.split("/").reverse();
    const count = (letter: string) => attempts.split(letter).length - 1;
    return {
      taskId: name,
      benchmark,
      taskName,
      checksum: "",
      passed: count("p"),
      scored: attempts.length - count("m"),
      errored: count("e"),
      missing: count("m"),
      trialId: name,
      effort: null,
    };
  });
}
