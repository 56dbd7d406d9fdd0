import { expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import type { AssembledTrial } from "./assembled.ts";
import { chunksByTask } from "./chunks-by-task.ts";
import { decideTrials, type StoredTrial, type TrialDecision, taskKeyOf } from "./decide-trials.ts";
import { placedTrial } from "./testing.ts";

const random = seededRandom(6);

/** Attempts at a few tasks, each with a path, an identity and a start of its own. */
function drawTrials(count: number, tasks = 4): AssembledTrial[] {
  return Array.from({ length: count }, (_, i) => {
    const taskName = `t${Math.floor(random() * tasks)}`;
    const outcome = random() < 0.5 ? "passed" : "failed";
    const startedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString();
    return {
      ...placedTrial(taskName, { sourcePath: `o/run/${i}`, startedAt, outcome }),
      identity: `id:${i}`,
    };
  });
}

/** What the database holds after the decisions were carried out. */
const written = (decisions: readonly TrialDecision[]): StoredTrial[] =>
  decisions.map(({ trial, attempt, contentHash, stored }, i) => ({
    id: stored?.id ?? `row ${i}`,
    taskKey: taskKeyOf(trial),
    attempt,
    sourcePath: trial.sourcePath,
    identity: trial.identity,
    contentHash,
    trajectoryHash: null,
    retrievalHash: null,
  }));

const numbersByTask = (decisions: readonly TrialDecision[]) =>
  [...Map.groupBy(decisions, ({ trial }) => taskKeyOf(trial)).values()].map((of) =>
    of.map(({ attempt }) => attempt).sort((a, b) => a - b),
  );

it("numbers the attempts of each task from 1 on, each number once", () => {
  for (let round = 0; round < 40; round++)
    for (const numbers of numbersByTask(decideTrials(drawTrials(15), [])))
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

it("finds everything unchanged at the second import, whatever the order and wherever the files lie", () => {
  for (let round = 0; round < 40; round++) {
    const trials = drawTrials(12);
    const first = decideTrials(trials, []);
    const moved = trials.map((trial) => ({ ...trial, path: "p", sourcePath: `moved/${trial.sourcePath}` }));
    for (const again of [shuffled(trials, random), shuffled(moved, random)]) {
      const second = decideTrials(again, shuffled(written(first), random));
      expect(second.every(({ action }) => action === "unchanged")).toBe(true);
      const attempts = new Map(first.map(({ trial, attempt }) => [trial.identity, attempt]));
      for (const { trial, attempt } of second) expect(attempt).toBe(attempts.get(trial.identity));
    }
  }
});

it("comes to the same trials when a folder is imported in two parts", () => {
  for (let round = 0; round < 40; round++) {
    const trials = drawTrials(14);
    const cut = Math.floor(random() * 15);
    const first = written(decideTrials(trials.slice(0, cut), []));
    const second = decideTrials(trials, first);
    expect(second.map(({ action }) => action)).toEqual(
      trials.map((_, i) => (i < cut ? "unchanged" : "created")),
    );
    for (const numbers of numbersByTask(second)) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  }
});

it("gives no stored trial to two, not even to copies of one", () => {
  const [trial] = drawTrials(1);
  if (!trial) throw new Error("one was drawn");
  const decisions = decideTrials([trial, trial, trial], written(decideTrials([trial], [])));
  expect(decisions.map(({ action, attempt }) => [action, attempt])).toEqual([
    ["unchanged", 1],
    ["created", 2],
    ["created", 3],
  ]);
});

it("updates a trial whose verdict changed and keeps its number", () => {
  const trials = drawTrials(10);
  const stored = written(decideTrials(trials, []));
  const changed = trials.map((trial, i) => (i % 2 ? { ...trial, error: "again" } : trial));
  const decisions = decideTrials(changed, stored);
  expect(decisions.map(({ action }) => action)).toEqual(
    trials.map((_, i) => (i % 2 ? "updated" : "unchanged")),
  );
  expect(decisions.map(({ attempt }) => attempt)).toEqual(stored.map(({ attempt }) => attempt));
});

it("cuts trials into chunks that hold each once, all of a task together", () => {
  for (const [count, tasks] of [
    [0, 1],
    [1, 1],
    [49, 50],
    [130, 1],
    [300, 20],
    [300, 300],
  ] as const) {
    const trials = drawTrials(count, tasks);
    const chunks = chunksByTask(trials);
    expect(new Set(chunks.flat())).toEqual(new Set(trials));
    expect(chunks.flat()).toHaveLength(count);
    const keys = chunks.flatMap((chunk) => [...new Set(chunk.map(taskKeyOf))]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const chunk of chunks) {
      expect(chunk.length).toBeGreaterThan(0);
      if (chunk.length > 50) expect(new Set(chunk.map(taskKeyOf)).size).toBe(1);
    }
  }
});
