import type { MemoryType, Outcome } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import { BENCHMARKS } from "./benchmarks.ts";
import { drawOutcome, passProbability } from "./outcome-model.ts";
import { PLANTED_HARMFUL } from "./planted.ts";
import { makeRetriever, type Retrieved } from "./retrieve.ts";
import { between, demoId, pick, type Random, streamFor } from "./streams.ts";
import type { DemoMemory, DemoPool, DemoRun, DemoTask, DemoTrial } from "./types.ts";
import { writeQuery } from "./write-query.ts";
import { writeTrialSteps } from "./write-trial-steps.ts";

const ATTEMPTS = 3;

type Runs = Pick<DemoPool, "runs" | "trials" | "trajectories" | "retrievals">;
type Arm = MemoryType | null;
type DrawnTrial = { run: DemoRun; task: DemoTask; trial: DemoTrial; shown: Retrieved[] };

/** Five runs, zero-shot and one per type, over the tasks of the six evaluated benchmarks, three attempts each. */
export function makeRuns(tasks: readonly DemoTask[], memories: readonly DemoMemory[], seed: number): Runs {
  const evaluated = tasks.filter(({ benchmark }) => wordsOf(benchmark).baseRate !== null);
  const result: Runs = { runs: [], trials: [], trajectories: [], retrievals: [] };
  const drawn: DrawnTrial[] = [];
  for (const [index, arm] of ([null, ...memoryTypes] as const).entries()) {
    const run = makeRun(arm, index, seed);
    result.runs.push(run);
    const retrieve = arm && makeRetriever(memories, arm);
    for (const task of evaluated) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const query = arm ? writeQuery(task, arm, attempt, seed) : "";
        const shown = retrieve ? retrieve(query, task.benchmark) : [];
        const trial = drawTrial(run, task, attempt, shown, seed);
        drawn.push({ run, task, trial, shown });
        result.trials.push(trial);
        for (const [place, { memory, similarity }] of shown.entries())
          result.retrievals.push({
            id: demoId(seed, "retrieval", trial.id, place + 1),
            trialId: trial.id,
            memoryId: memory.id,
            rank: place + 1,
            similarity,
            query,
          });
      }
    }
  }
  result.trajectories = trajectoriesOf(drawn, seed);
  return result;
}

function makeRun(type: Arm, index: number, seed: number): DemoRun {
  const name = type === null ? "Demo zero-shot" : `Demo ${type} memory, cross-domain`;
  return {
    id: demoId(seed, "run", name),
    importKey: `demo:${seed}:run:${type ?? "zero-shot"}`,
    name,
    memoryType: type,
    startedAt: `2026-03-0${2 + index}T08:00:00.000Z`,
  };
}

function drawTrial(
  run: DemoRun,
  task: DemoTask,
  attempt: number,
  shown: readonly Retrieved[],
  seed: number,
): DemoTrial {
  const random = streamFor(
    seed,
    "outcome",
    run.memoryType ?? "zero-shot",
    task.benchmark,
    task.name,
    attempt,
  );
  const harmed = shown.some(({ memory }) => PLANTED_HARMFUL.some(({ key }) => key === memory.planted));
  const baseRate = wordsOf(task.benchmark).baseRate ?? 0.5;
  const outcome = drawOutcome(passProbability(task, baseRate, run.memoryType, harmed, seed), random);
  return {
    id: demoId(seed, "trial", run.id, task.id, attempt),
    runId: run.id,
    taskId: task.id,
    attempt,
    outcome,
    ...costsOf(outcome, run.memoryType, random),
  };
}

const errors = [
  "The container ran out of memory",
  "The time limit of 3,600 s was reached",
  "The model endpoint answered 503 four times",
  "The agent exceeded its context window",
];

function costsOf(outcome: Outcome, type: Arm, random: Random) {
  const inputTokens = between(18_000, 140_000, random) + (type === null ? 0 : between(600, 2400, random));
  const outputTokens = between(1500, 9000, random);
  return {
    error:
      outcome === "errored"
        ? pick(errors, random)
        : outcome === "missing"
          ? "The verifier wrote no reward"
          : null,
    inputTokens,
    outputTokens,
    durationMs: between(40, 1500, random) * 1000,
    costUsd: Math.round(inputTokens * 0.025 + outputTokens * 0.2) / 1e5,
  };
}

/** Steps of all trials of a task whose runs disagree anywhere: every gained or lost task can be read. */
function trajectoriesOf(drawn: readonly DrawnTrial[], seed: number): Runs["trajectories"] {
  const outcomes = new Map<string, Set<Outcome>>();
  for (const { task, trial } of drawn)
    outcomes.set(task.id, (outcomes.get(task.id) ?? new Set<Outcome>()).add(trial.outcome));
  return drawn
    .filter(({ task, trial }) => (outcomes.get(task.id)?.size ?? 0) > 1 && trial.outcome !== "missing")
    .map(({ run, task, trial, shown }) => ({
      trialId: trial.id,
      steps: writeTrialSteps(
        {
          task,
          words: wordsOf(task.benchmark),
          outcome: trial.outcome,
          attempt: trial.attempt,
          shown,
          run: run.importKey,
        },
        seed,
      ),
    }));
}

function wordsOf(benchmark: string) {
  const words = BENCHMARKS.find(({ name }) => name === benchmark);
  if (!words) throw new Error(`No words for ${benchmark}.`);
  return words;
}
