import { describe, expect, it } from "vitest";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { alignSteps } from "./align-steps.ts";
import { compareTasks } from "./compare-tasks.ts";
import { pairTasks } from "./pair-tasks.ts";
import { PAIRED_TASK_SORTS, selectPairedTasks } from "./paired-tasks.ts";
import { type ComparedTrial, PAIRED_OUTCOMES } from "./schema.ts";
import { randomTasks, trialsOf } from "./testing.ts";

const random = seededRandom(51);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
const upTo = (most: number) => Math.floor(random() * (most + 1));

describe("pairTasks", () => {
  /** Tasks of few names and checksums, so that they often meet. */
  const drawTrials = (): ComparedTrial[] =>
    Array.from({ length: upTo(12) }, () => {
      const [benchmark, taskName, checksum] = [pick(["a", "b"]), pick(["t", "u", "é"]), pick(["", "1", "2"])];
      const taskId = `${benchmark}/${taskName}/${checksum}`;
      return { taskId, benchmark, taskName, checksum, attempt: 1, outcome: "passed" };
    });

  it("loses no task and no trial, and joins none of two checksums", () => {
    for (let round = 0; round < 100; round++) {
      const [base, candidate] = [drawTrials(), drawTrials()];
      const { pairs, unmatched } = pairTasks(base, candidate);
      for (const side of ["base", "candidate"] as const) {
        const trials = side === "base" ? base : candidate;
        const told = [...pairs.map((pair) => pair[side]), ...unmatched[side]].map(({ taskId }) => taskId);
        expect(told.toSorted()).toEqual([...new Set(trials.map(({ taskId }) => taskId))].toSorted());
        for (const pair of pairs)
          expect(pair[side].trials).toEqual(trials.filter(({ taskId }) => taskId === pair[side].taskId));
      }
      for (const pair of pairs) {
        const checksums = new Set([pair.base.checksum, pair.candidate.checksum].filter(Boolean));
        expect(checksums.size).toBeLessThanOrEqual(1);
        expect([pair.base.benchmark, pair.base.taskName]).toEqual([
          pair.candidate.benchmark,
          pair.candidate.taskName,
        ]);
      }
    }
  });

  it("makes the same pairs in whatever order trials come, and from either side", () => {
    const idsOf = ({ pairs }: ReturnType<typeof pairTasks>) =>
      pairs.map(({ base, candidate }) => [base.taskId, candidate.taskId]).sort();
    for (let round = 0; round < 100; round++) {
      const [base, candidate] = [drawTrials(), drawTrials()];
      const ids = idsOf(pairTasks(base, candidate));
      expect(idsOf(pairTasks(shuffled(base, random), shuffled(candidate, random)))).toEqual(ids);
      const turned = idsOf(pairTasks(candidate, base)).map(([a, b]) => [b, a]);
      expect(turned.sort()).toEqual(ids);
    }
  });

  it("is not misled by names that only look joined alike", () => {
    const trial = (benchmark: string, taskName: string): ComparedTrial => {
      return { taskId: taskName, benchmark, taskName, checksum: "", attempt: 1, outcome: "passed" };
    };
    expect(pairTasks([trial("a", "b/c")], [trial("a/b", "c")]).pairs).toEqual([]);
    expect(pairTasks([trial("", "t")], [trial("", "t")]).pairs).toHaveLength(1);
  });
});

describe("alignSteps", () => {
  const step = (action: string): TrajectoryStep => {
    return { source: "agent", message: null, reasoning: null, action, observation: null };
  };
  const drawActions = () => Array.from({ length: upTo(9) }, () => pick(["ls", "cat a", "cd", "make"]));

  /** Length of a longest common subsequence, by its table. */
  function longestCommon(a: readonly string[], b: readonly string[]): number {
    let row = new Array<number>(b.length + 1).fill(0);
    for (const left of a) {
      const next = [0];
      for (const [j, right] of b.entries())
        next.push(left === right ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
      row = next;
    }
    return row.at(-1) ?? 0;
  }

  it("draws every step once and in order, and shares as many rows as can be shared", () => {
    for (let round = 0; round < 200; round++) {
      const [base, candidate] = [drawActions(), drawActions()];
      const { rows, firstDivergence } = alignSteps(base.map(step), candidate.map(step));
      expect(rows.flatMap((row) => row.base ?? [])).toEqual(base.map((_, i) => i));
      expect(rows.flatMap((row) => row.candidate ?? [])).toEqual(candidate.map((_, i) => i));
      const shared = rows.filter((row) => row.same);
      expect(shared.length, `${base} | ${candidate}`).toBe(longestCommon(base, candidate));
      for (const row of shared) expect(base[row.base ?? -1]).toBe(candidate[row.candidate ?? -1]);
      const first = rows.findIndex((row) => !row.same);
      expect(firstDivergence).toBe(first === -1 ? null : first);
    }
  });

  it("tells apart who acted, and compares the message where there is no action", () => {
    const says = (source: string, message: string) => ({ ...step(""), action: null, source, message });
    const same = (a: TrajectoryStep, b: TrajectoryStep) => alignSteps([a], [b]).firstDivergence === null;
    expect(same(says("user", "go on"), says("user", "go \n on"))).toBe(true);
    expect(same(says("user", "go on"), says("agent", "go on"))).toBe(false);
    expect(same(says("user", "go on"), says("user", "stop"))).toBe(false);
  });
});

describe("selectPairedTasks", () => {
  const run = () => trialsOf(randomTasks(random, { tasks: 40, benchmarks: 3, most: 5, from: "ppffe" }));
  const { tasks } = compareTasks(run(), run());

  it.each(PAIRED_TASK_SORTS)("shows each task once over the pages, sorted by %s", (sort) => {
    for (const dir of ["asc", "desc"] as const) {
      const whole = selectPairedTasks(shuffled(tasks, random), { sort, dir });
      expect(whole.total).toBe(tasks.length);
      expect(new Set(whole.rows)).toEqual(new Set(tasks));
      const pages = Array.from({ length: Math.ceil(tasks.length / 7) }, (_, page) => page + 1);
      const paged = pages.flatMap(
        (page) => selectPairedTasks(shuffled(tasks, random), { sort, dir, page, pageSize: 7 }).rows,
      );
      expect(paged).toEqual(whole.rows);
    }
  });

  it("has in its four outcomes all tasks, and behind the last page none", () => {
    const totals = PAIRED_OUTCOMES.map((outcome) => selectPairedTasks(tasks, { outcome }).total);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(tasks.length);
    expect(selectPairedTasks(tasks, { page: 99, pageSize: 50 })).toEqual({ rows: [], total: tasks.length });
    expect(selectPairedTasks(tasks, { page: -3, pageSize: 2 })).toEqual(
      selectPairedTasks(tasks, { page: 1, pageSize: 2 }),
    );
  });

  it("keeps nothing of an empty set of ids, and all without one", () => {
    expect(selectPairedTasks(tasks, { candidateTaskIds: new Set() }).total).toBe(0);
    expect(selectPairedTasks(tasks, { candidateTaskIds: null }).total).toBe(tasks.length);
  });
});
