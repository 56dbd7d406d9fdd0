import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { ensureActiveSpace } from "#lib/embeddings/spaces.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { listAbstractionEffects } from "./abstraction-effect-queries.ts";

const test = testDatabase();
let base: Awaited<ReturnType<typeof createTestRun>>;
let candidate: Awaited<ReturnType<typeof createTestRun>>;
let harmful: string;
let unmeasured: string;

beforeAll(async () => {
  base = await createTestRun(test.db, { name: "base", tasks: { swe: { t1: "pp", t2: "pp", t3: "ff" } } });
  candidate = await createTestRun(test.db, {
    name: "candidate",
    arm: "memory",
    tasks: { swe: { t1: "ff", t2: "fp", t3: "pf" } },
  });
  harmful = await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" });
  unmeasured = await createTestMemory(test.db, { title: "Read the error", benchmarkName: "gym" });
  const shown = [
    ["swe/t1/1", harmful],
    ["swe/t2/1", harmful],
    ["swe/t3/1", unmeasured],
    ["swe/t1/2", null],
  ] as const;
  for (const [key, memoryId] of shown) {
    await test.db.retrieval.create({
      data: { trialId: candidate.trialId(key), memoryId, rank: 1, query: "q", shown: {} },
    });
  }
  const { id: spaceId } = await ensureActiveSpace(test.db);
  await test.db.memoryMeasure.create({
    data: {
      memoryId: harmful,
      spaceId,
      label: "benchmark",
      lisi: 4.2,
      invariantShare: 0.9,
      perplexity: 30,
      inputHash: "h",
    },
  });
});

describe("listAbstractionEffects", () => {
  it("joins what memories are with what their tasks came to, most harmful first", async () => {
    const plane = await listAbstractionEffects(test.db, { base: base.id, candidate: candidate.id });
    expect(plane).toMatchObject({
      base: { name: "base" },
      candidate: { name: "candidate" },
      total: 2,
      unmeasured: 1,
    });
    expect(plane?.rows[0]).toMatchObject({
      memoryId: harmful,
      title: "Skip the tests",
      abstraction: { lisi: 4.2, invariantShare: 0.9, lintFindings: 0 },
      // t1: its one attempt shown it failed, -1; t2: likewise, -1. The attempts not shown it don't count.
      effect: -1,
      retrievals: 2,
      attempts: 2,
      tasks: 2,
      verdict: "few",
    });
    expect(plane?.rows[1]).toMatchObject({
      memoryId: unmeasured,
      abstraction: { lisi: null },
      effect: 1,
    });
  });

  it("finds the newest pair of runs when none are named, or one is", async () => {
    const found = await listAbstractionEffects(test.db);
    expect(found?.candidate.name).toBe("candidate");
    expect((await listAbstractionEffects(test.db, { base: base.id }))?.candidate.name).toBe("candidate");
  });

  it("keeps to a type, and to a label", async () => {
    expect((await listAbstractionEffects(test.db, { type: "workflow" }))?.total).toBe(0);
    expect((await listAbstractionEffects(test.db, { label: "outcome" }))?.unmeasured).toBe(2);
  });

  it("is null without two such runs", async () => {
    expect(await listAbstractionEffects(test.db, { base: "nonsense" })).toBeNull();
    expect(await listAbstractionEffects(test.db, { candidate: base.id })).toBeNull();
  });
});
