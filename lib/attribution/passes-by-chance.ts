import { LRUCache } from "lru-cache";
import { noncentralHypergeometric } from "#lib/metrics/noncentral-hypergeometric.ts";
import type { PairedTask } from "#lib/transfer/schema.ts";
import { passesGivenBaseline } from "./passes-given-baseline.ts";

/** What the test of a memory needs of a paired task. */
export type CountedTask = Pick<PairedTask, "benchmark"> & {
  base: Pick<PairedTask["base"], "scored" | "passed">;
  candidate: Pick<PairedTask["candidate"], "scored" | "passed">;
};

/** Probabilities of 0, 1, ... passes of the candidate, for each paired task. */
export type Passes = readonly (readonly number[])[];

/** What the candidate would pass if nothing but the run as a whole mattered, with a task's difficulty held in two ways. */
export type PassesByChance = { givenTotal: Passes; givenBaseline: Passes };

/** Both nulls against which memories are tested. */
export function passesByChance(tasks: readonly CountedTask[]): PassesByChance {
  return { givenTotal: passesGivenTotal(tasks), givenBaseline: passesGivenBaseline(tasks) };
}

/** Shifts of the log odds of passing that a task may have had from baseline to candidate. */
const shifts = Array.from({ length: 25 }, (_, step) => -6 + step / 2);
/** A benchmark's distribution of shifts is drawn towards that of the whole run by as many tasks. */
const priorTasks = 10;
const [runRounds, benchmarkRounds] = [60, 20];

/**
 * How the passes of each task, both sides together, would fall on the candidate.
 * Holding their total takes the task's difficulty out: one that always passes tells nothing, a fickle one little. What
 * remains is by how much the run moved the task: a distribution of shifts of the log odds, not one number, since a run
 * helps here and hurts there without any one memory's doing. It is estimated from the run itself (nonparametric
 * maximum likelihood on a grid, by EM), and for each benchmark from its own tasks, drawn towards the run's.
 */
function passesGivenTotal(tasks: readonly CountedTask[]): number[][] {
  const likelihoods = tasks.map((task) =>
    shifts.map((shift) => passesUnder(task, shift)[task.candidate.passed] ?? 0),
  );
  const even = shifts.map(() => 1 / shifts.length);
  const run = fitShifts(likelihoods, even, { rounds: runRounds, prior: 0 });
  const result = new Array<number[]>(tasks.length);
  for (const members of Map.groupBy(tasks.keys(), (i) => tasks[i]?.benchmark).values()) {
    const its = members.map((i) => likelihoods[i] as number[]);
    const weights = fitShifts(its, run, { rounds: benchmarkRounds, prior: priorTasks });
    for (const i of members) result[i] = mixture(tasks[i] as CountedTask, weights);
  }
  return result;
}

const known = new LRUCache<string, number[]>({ max: 20_000 });

/** Kept by counts: hundreds of tasks share a few. */
function passesUnder({ base, candidate }: CountedTask, shift: number): number[] {
  const passed = base.passed + candidate.passed;
  const key = `${passed} ${candidate.scored} ${base.scored} ${shift}`;
  const before = known.get(key);
  if (before) return before;
  const probabilities = noncentralHypergeometric(passed, candidate.scored, base.scored, shift);
  known.set(key, probabilities);
  return probabilities;
}

/** EM for the weights of the shifts; `start` counts as `prior` tasks. Tasks that tell nothing are left out. */
function fitShifts(
  likelihoods: readonly number[][],
  start: readonly number[],
  { rounds, prior }: { rounds: number; prior: number },
): number[] {
  const telling = likelihoods.filter((each) => each.some((value) => value !== each[0]));
  if (telling.length === 0) return [...start];
  let weights = [...start];
  for (let round = 0; round < rounds; round++) {
    const next = start.map((weight) => weight * prior);
    for (const likelihood of telling) {
      const joint = weights.map((weight, g) => weight * (likelihood[g] ?? 0));
      const total = joint.reduce((sum, value) => sum + value, 0);
      joint.forEach((value, g) => {
        next[g] = (next[g] ?? 0) + value / total;
      });
    }
    weights = next.map((value) => value / (telling.length + prior));
  }
  return weights;
}

function mixture(task: CountedTask, weights: readonly number[]): number[] {
  const sum = new Array<number>(task.candidate.scored + 1).fill(0);
  shifts.forEach((shift, g) => {
    passesUnder(task, shift).forEach((probability, passes) => {
      sum[passes] = (sum[passes] ?? 0) + (weights[g] ?? 0) * probability;
    });
  });
  return sum;
}
