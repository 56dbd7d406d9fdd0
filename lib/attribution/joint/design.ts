import type { JointAttempt } from "./types.ts";

/** Lists of numbers end to end: those of i are `items[starts[i]]` to `items[starts[i + 1] - 1]`. */
export type Lists = { starts: Int32Array; items: Int32Array };

/** Attempts in the order of their tasks, baseline first, and which columns (memories and pairs) count at which. */
export type Design = {
  attempts: number;
  tasks: number;
  benchmarks: number;
  passed: Uint8Array;
  taskOf: Int32Array;
  benchmarkOfTask: Int32Array;
  /** Where a task's baseline attempts begin, and where its candidate's do. One more entry ends the last. */
  taskStarts: Int32Array;
  candidateStarts: Int32Array;
  /** Column of each memory, -1 where no attempt was shown it; memories of the same attempts have one. */
  columnOf: Int32Array;
  /** Columns of memories come first, then those of pairs. */
  memoryColumns: number;
  columns: number;
  /** The two columns of each pair. */
  pairs: readonly (readonly [number, number])[];
  /** The attempts of each column, in order. */
  attemptsOf: Lists;
  /** Columns that share most of their attempts: what one does, the other may have done. */
  rivals: readonly (readonly [number, number])[];
};

/** A pair has a column of its own if so many attempts and tasks were shown both, and as many each without the other. */
const PAIR_ATTEMPTS = 8;
const PAIR_TASKS = 4;
/** Two columns are rivals from this share of attempts in common on, of those of either. */
const RIVAL_SHARE = 0.25;

/** Sorts and indexes attempts for the sampler. */
export function layOut(
  given: readonly JointAttempt[],
  memoryCount: number,
  benchmarks: readonly number[] = [],
): Design {
  const attempts = given.toSorted((a, b) => a.task - b.task || Number(a.candidate) - Number(b.candidate));
  const tasks = 1 + attempts.reduce((most, { task }) => Math.max(most, task), -1);
  const shown = attemptsByMemory(attempts, memoryCount);
  const columnOf = new Int32Array(memoryCount).fill(-1);
  const lists: number[][] = [];
  const byAttempts = new Map<string, number>();
  shown.forEach((its, memory) => {
    if (its.length === 0) return;
    const key = its.join();
    const column = byAttempts.get(key) ?? lists.push(its) - 1;
    byAttempts.set(key, column);
    columnOf[memory] = column;
  });
  const taskOf = Int32Array.from(attempts, ({ task }) => task);
  const memoryColumns = lists.length;
  const together = countTogether(lists, attempts.length);
  const pairs = separablePairs(lists, together, taskOf);
  lists.push(...pairs.map(([a, b]) => common(lists[a] ?? [], lists[b] ?? [])));
  return {
    attempts: attempts.length,
    tasks,
    benchmarks: 1 + benchmarks.reduce((most, each) => Math.max(most, each), 0),
    passed: Uint8Array.from(attempts, ({ passed }) => Number(passed)),
    taskOf,
    benchmarkOfTask: Int32Array.from({ length: tasks }, (_, task) => benchmarks[task] ?? 0),
    ...startsOfTasks(attempts, tasks),
    columnOf,
    memoryColumns,
    columns: lists.length,
    pairs,
    attemptsOf: toLists(lists),
    rivals: findRivals(lists, together),
  };
}

function attemptsByMemory(attempts: readonly JointAttempt[], memoryCount: number): number[][] {
  const shown = Array.from({ length: memoryCount }, (): number[] => []);
  attempts.forEach(({ memories }, attempt) => {
    for (const memory of memories) shown[memory]?.push(attempt);
  });
  return shown;
}

function startsOfTasks(attempts: readonly JointAttempt[], tasks: number) {
  const taskStarts = new Int32Array(tasks + 1).fill(attempts.length);
  const candidateStarts = new Int32Array(tasks).fill(-1);
  for (let i = attempts.length - 1; i >= 0; i--) {
    const { task, candidate } = attempts[i] as JointAttempt;
    taskStarts[task] = i;
    if (candidate) candidateStarts[task] = i;
  }
  for (let task = tasks - 1; task >= 0; task--) {
    // A task without attempts begins where the next one does.
    if (attempts[taskStarts[task] as number]?.task !== task)
      taskStarts[task] = taskStarts[task + 1] as number;
    if (candidateStarts[task] === -1) candidateStarts[task] = taskStarts[task + 1] as number;
  }
  return { taskStarts, candidateStarts };
}

type Together = { a: number; b: number; count: number };

/** Pairs of columns that share attempts, with how many. */
function countTogether(lists: readonly number[][], attempts: number): Together[] {
  const at = Array.from({ length: attempts }, (): number[] => []);
  lists.forEach((its, column) => {
    for (const attempt of its) at[attempt]?.push(column);
  });
  const counts = new Map<number, number>();
  for (const columns of at) {
    columns.forEach((a, i) => {
      for (const b of columns.slice(i + 1)) {
        const key = a * lists.length + b;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
  }
  return [...counts].map(([key, count]) => ({
    a: Math.floor(key / lists.length),
    b: key % lists.length,
    count,
  }));
}

function separablePairs(
  lists: readonly number[][],
  together: readonly Together[],
  taskOf: Int32Array,
): [number, number][] {
  const isEnough = (its: readonly number[]) =>
    its.length >= PAIR_ATTEMPTS && new Set(its.map((attempt) => taskOf[attempt])).size >= PAIR_TASKS;
  return together.flatMap(({ a, b, count }): [number, number][] => {
    const [one, other] = [lists[a] ?? [], lists[b] ?? []];
    if (count < PAIR_ATTEMPTS || Math.min(one.length, other.length) - count < PAIR_ATTEMPTS) return [];
    const both = common(one, other);
    const inBoth = new Set(both);
    const apart = (its: readonly number[]) => its.filter((attempt) => !inBoth.has(attempt));
    return isEnough(both) && isEnough(apart(one)) && isEnough(apart(other)) ? [[a, b]] : [];
  });
}

function findRivals(lists: readonly number[][], together: readonly Together[]): [number, number][] {
  return together.flatMap(({ a, b, count }): [number, number][] => {
    const either = (lists[a]?.length ?? 0) + (lists[b]?.length ?? 0) - count;
    return count >= RIVAL_SHARE * either ? [[a, b]] : [];
  });
}

/** What two ascending lists have in common. */
function common(one: readonly number[], other: readonly number[]): number[] {
  const inOther = new Set(other);
  return one.filter((each) => inOther.has(each));
}

function toLists(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((its, i) => {
    starts[i + 1] = (starts[i] as number) + its.length;
  });
  return { starts, items: Int32Array.from(lists.flat()) };
}
