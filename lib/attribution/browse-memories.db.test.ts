import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { loadMemorySearchParams, type MemorySearchParams } from "#lib/memories/search-params.ts";
import { deprecateMemories } from "#lib/memories/verbs/deprecate-memories.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { browseMemories, browseWithFacets } from "./browse-memories.ts";
import { storeMemoryEffects } from "./store-effects.ts";

const test = testDatabase();
const editor = { name: "ada", role: "editor" } as const;
const tasks = Array.from({ length: 12 }, (_, i) => `t${i}`);
const outcomes = (letters: (i: number) => string) => ({
  swe: Object.fromEntries(tasks.map((name, i) => [name, letters(i)])),
});
let harmful: string;
let helpful: string;
let unknown: string;
let run: Awaited<ReturnType<typeof createTestRun>>;

async function show(memoryId: string, task: string) {
  for (const attempt of [1, 2, 3]) {
    const trialId = run.trialId(`swe/${task}/${attempt}`);
    await test.db.retrieval.create({
      data: { trialId, memoryId, rank: 1, similarity: 0.7, query: "q", shown: {} },
    });
  }
}

beforeAll(async () => {
  await createTestRun(test.db, { name: "base", tasks: outcomes((i) => (i < 6 ? "ppp" : "fff")) });
  run = await createTestRun(test.db, {
    name: "with memory",
    arm: "memory",
    tasks: outcomes((i) => (i < 3 ? "fff" : i < 6 ? "ppp" : i < 9 ? "ppp" : "fff")),
  });
  harmful = await createTestMemory(test.db, { title: "Skip the tests", benchmarkName: "gym" });
  helpful = await createTestMemory(test.db, { title: "Read the error", benchmarkName: "gym" });
  unknown = await createTestMemory(test.db, { title: "Never shown", benchmarkName: "gym", tags: ["review"] });
  for (const task of tasks.slice(0, 3)) await show(harmful, task);
  for (const task of tasks.slice(6, 9)) await show(helpful, task);
});

const ids = async (params: Partial<MemorySearchParams>) =>
  (await browseMemories(test.db, params)).rows.map(({ id }) => id);

describe("browseMemories", () => {
  it("says of each memory what runs say, and of which two runs", async () => {
    const { rows } = await browseMemories(test.db);
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(byId.get(harmful)).toMatchObject({
      effect: {
        effect: -1,
        lost: 3,
        lostAlone: 3,
        gained: 0,
        tasks: 3,
        base: "base",
        candidate: "with memory",
      },
    });
    expect(byId.get(unknown)).toMatchObject({ effect: null, review: "marked" });
  });

  it("sorts by effect, lost and gained, those of which no run tells last in either order", async () => {
    expect(await ids({ sort: "effect", order: "asc" })).toEqual([harmful, helpful, unknown]);
    expect(await ids({ sort: "effect", order: "desc" })).toEqual([helpful, harmful, unknown]);
    expect(await ids({ sort: "lost", order: "desc" })).toEqual([harmful, helpful, unknown]);
    expect(await ids({ sort: "gained", order: "desc" })).toEqual([helpful, harmful, unknown]);
  });

  it("sorts effects that can't be tested after those that can, however large", async () => {
    await storeMemoryEffects(test.db);
    await test.db.memoryEffect.update({ where: { memoryId: helpful }, data: { effect: 0.1, q: 0.04 } });
    await test.db.memoryEffect.update({ where: { memoryId: harmful }, data: { q: null } });
    expect(await ids({ sort: "effect", order: "asc" })).toEqual([helpful, harmful, unknown]);
    expect(await ids({ sort: "effect", order: "desc" })).toEqual([helpful, harmful, unknown]);
    await test.db.derivedTable.deleteMany();
  });

  it("counts what each verdict, state and severity would show, under the other filters", async () => {
    const finding = { memoryId: harmful, memoryVersion: 1, message: "m", field: "title" };
    await test.db.lintFinding.createMany({
      data: ["info", "warning", "info"].map((severity) => ({
        ...finding,
        rule: `r-${severity}`,
        severity,
        spanStart: 0,
        spanEnd: 1,
      })),
    });
    const all = loadMemorySearchParams({});
    const choices = [
      {},
      { effect: ["unknown" as const] },
      { severity: ["warning" as const, "none" as const], q: "the" },
      { review: ["marked" as const, "active" as const], effect: ["unknown" as const] },
    ];
    for (const choice of choices) {
      const { counts, total } = await browseWithFacets(test.db, { ...all, ...choice });
      expect((await browseMemories(test.db, choice)).total).toBe(total);
      for (const facet of ["effect", "review", "severity"] as const) {
        for (const { value, count } of counts[facet]) {
          const narrowed = await browseMemories(test.db, { ...choice, [facet]: [value] });
          expect([facet, value, narrowed.total]).toEqual([facet, value, count]);
        }
      }
    }
    const { rows } = await browseMemories(test.db, { sort: "lint", order: "desc" });
    expect(rows[0]).toMatchObject({ id: harmful, lintFindings: 3, lintSeverity: "warning" });
    expect(await ids({ severity: ["info"] })).toEqual([]);
  });
});

describe("storeMemoryEffects", () => {
  it("writes only when something changed, and follows every write to runs", async () => {
    await storeMemoryEffects(test.db);
    const state = () => test.db.derivedTable.findUniqueOrThrow({ where: { name: "MemoryEffect" } });
    const before = await state();
    await test.db.trial.update({
      where: { id: run.trialId("swe/t0/1") },
      data: { outcome: "passed" },
    });
    await browseMemories(test.db);
    expect((await state()).revision).not.toBe(before.revision);
    const row = await test.db.memoryEffect.findUniqueOrThrow({ where: { memoryId: harmful } });
    expect(row.effect).toBeCloseTo(-8 / 9);
    expect((await browseMemories(test.db, { sort: "effect", order: "asc" })).rows[0]?.effect?.effect).toBe(
      row.effect,
    );
  });

  it("replaces what another version of the program computed from the same runs", async () => {
    await test.db.memoryEffect.updateMany({ data: { effect: 0.5, verdict: "helpful" } });
    await test.db.derivedTable.updateMany({ data: { contentHash: "of another version" } });
    expect(await ids({ effect: ["helpful"] })).toEqual([]);
  });

  it("is asked for before a bulk change by what runs say", async () => {
    const selection = { filter: "effect=few,unclear,suspected,harmful", expectedCount: 1 };
    await storeMemoryEffects(test.db);
    const count = (await browseMemories(test.db, { effect: ["few", "unclear", "suspected", "harmful"] }))
      .total;
    await test.db.trial.update({ where: { id: run.trialId("swe/t0/1") }, data: { outcome: "failed" } });
    const bulk = { selection: { ...selection, expectedCount: count }, reason: "It misleads" };
    expect(await deprecateMemories(test.db, bulk, editor)).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    await storeMemoryEffects(test.db);
    expect(await deprecateMemories(test.db, bulk, editor)).toMatchObject({
      ok: true,
      value: { changed: count },
    });
  });
});
