import { describe, expect, it } from "vitest";
import { generatePool } from "./generate-pool.ts";
import { difficultyOf, drawOutcome, OUTCOME_MODEL, passProbability } from "./outcome-model.ts";
import { PLANTED_HARMFUL } from "./planted.ts";
import { makeRetriever } from "./retrieve.ts";
import { streamFor } from "./streams.ts";
import type { DemoTrial } from "./types.ts";

const pool = generatePool(42);
const [firstTask] = pool.tasks;
const trialById = new Map(pool.trials.map((trial) => [trial.id, trial]));
const memoryById = new Map(pool.memories.map((memory) => [memory.id, memory]));
const taskById = new Map(pool.tasks.map((task) => [task.id, task]));

function passedOf(trials: readonly DemoTrial[]): number {
  return trials.filter(({ outcome }) => outcome === "passed").length;
}

describe("the model", () => {
  if (!firstTask) throw new Error("The pool has no task.");

  it("makes harder tasks less likely to pass", () => {
    const byDifficulty = [...pool.tasks].sort((a, b) => difficultyOf(a, 42) - difficultyOf(b, 42));
    const chances = byDifficulty.map((task) => passProbability(task, 0.5, null, false, 42));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  it("lowers the chance where a harmful memory is shown", () => {
    const without = passProbability(firstTask, 0.5, "insight", false, 42);
    expect(passProbability(firstTask, 0.5, "insight", true, 42)).toBeLessThan(without);
  });

  it("draws the shares it promises", () => {
    const random = streamFor(1, "draws");
    const drawn = Array.from({ length: 20_000 }, () => drawOutcome(0.7, random));
    const share = (outcome: string) => drawn.filter((each) => each === outcome).length / drawn.length;
    const scored = 1 - OUTCOME_MODEL.erroredShare - OUTCOME_MODEL.missingShare;
    expect(share("errored")).toBeCloseTo(OUTCOME_MODEL.erroredShare, 2);
    expect(share("missing")).toBeCloseTo(OUTCOME_MODEL.missingShare, 2);
    expect(share("passed")).toBeCloseTo(0.7 * scored, 1);
  });
});

describe("the runs", () => {
  it("have all four outcomes, each errored or missing trial with its reason", () => {
    const [passed = [], failed = [], errored = [], missing = []] = (
      ["passed", "failed", "errored", "missing"] as const
    ).map((outcome) => pool.trials.filter((trial) => trial.outcome === outcome));
    expect(Math.min(passed.length, failed.length)).toBeGreaterThan(2000);
    expect(errored.length).toBeGreaterThan(40);
    expect(missing.length).toBeGreaterThan(10);
    expect([...errored, ...missing].every(({ error }) => error !== null)).toBe(true);
    expect([...passed, ...failed].every(({ error }) => error === null)).toBe(true);
  });

  it("gain and lose tasks in every arm against the one without memory", () => {
    const firstOf = (runId: string | undefined) =>
      new Map(
        pool.trials.filter((t) => t.runId === runId && t.attempt === 1).map((t) => [t.taskId, t.outcome]),
      );
    const [base, ...arms] = pool.runs;
    const before = firstOf(base?.id);
    for (const { id, name } of arms) {
      const pairs = [...firstOf(id)].map(([task, outcome]) => [before.get(task), outcome].join(" > "));
      expect(pairs.filter((pair) => pair === "failed > passed").length, name).toBeGreaterThan(20);
      expect(pairs.filter((pair) => pair === "passed > failed").length, name).toBeGreaterThan(20);
    }
  });

  it("have steps for both trials of every gained and lost task", () => {
    const withSteps = new Set(pool.trajectories.map(({ trialId }) => trialId));
    const byTask = Map.groupBy(pool.trials, ({ taskId }) => taskId);
    for (const trials of byTask.values()) {
      const present = trials.filter(({ outcome }) => outcome !== "missing");
      if (new Set(trials.map(({ outcome }) => outcome)).size > 1)
        expect(present.every(({ id }) => withSteps.has(id))).toBe(true);
    }
  });
});

describe("the retrievals", () => {
  it("come from other benchmarks, of the run's type, ranked by similarity", () => {
    const typeOf = new Map(pool.runs.map(({ id, memoryType }) => [id, memoryType]));
    for (const [trialId, shown] of Map.groupBy(pool.retrievals, (retrieval) => retrieval.trialId)) {
      const trial = trialById.get(trialId);
      const task = taskById.get(trial?.taskId ?? "");
      const memories = shown.map(({ memoryId }) => memoryById.get(memoryId));
      expect(shown.map(({ rank }) => rank)).toEqual([1, 2, 3]);
      expect(memories.every((memory) => memory?.benchmark !== task?.benchmark)).toBe(true);
      expect(memories.every((memory) => memory?.type === typeOf.get(trial?.runId ?? ""))).toBe(true);
      const similarities = shown.map(({ similarity }) => similarity);
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
    }
  });

  it("never show what may not be served", () => {
    for (const { memoryId } of pool.retrievals) {
      const memory = memoryById.get(memoryId);
      expect(memory?.lifecycle).toBe("active");
      expect(memory?.planted).not.toBe("stale-toolchain");
    }
  });

  it("find a memory by its own words first", () => {
    const [insight] = pool.memories.filter(
      ({ type, lifecycle }) => type === "insight" && lifecycle === "active",
    );
    const title = insight && "title" in insight.content ? insight.content.title : "";
    const [nearest] = makeRetriever(pool.memories, "insight")(title, "none");
    expect(nearest?.memory.id).toBe(insight?.id);
    expect(nearest?.similarity).toBeCloseTo(1, 5);
  });
});

describe.each(PLANTED_HARMFUL.map(({ key }) => [key] as const))("the planted %s", (key) => {
  const memory = pool.memories.find(({ planted }) => planted === key);
  const trials = pool.retrievals
    .filter(({ memoryId }) => memoryId === memory?.id)
    .map(({ trialId }) => trialById.get(trialId))
    .filter((trial) => trial !== undefined);
  const taskIds = new Set(trials.map(({ taskId }) => taskId));

  it("is retrieved often, and most of its trials fail", () => {
    expect(taskIds.size).toBeGreaterThanOrEqual(15);
    expect(passedOf(trials) / trials.length).toBeLessThan(0.15);
  });

  it("loses tasks that are solved without memory", () => {
    const without = pool.trials.filter(
      ({ runId, taskId }) => runId === pool.runs[0]?.id && taskIds.has(taskId),
    );
    expect(passedOf(without) / without.length).toBeGreaterThan(0.25);
    expect(passedOf(without) / without.length).toBeGreaterThan((3 * passedOf(trials)) / trials.length);
  });
});
