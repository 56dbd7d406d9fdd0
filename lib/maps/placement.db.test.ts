import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft, reviseMemory } from "#lib/memories/record.ts";
import { getMapPoints } from "./map-points.ts";
import { placeJob } from "./place-job.ts";
import { placeMemories } from "./place-memories.ts";
import { projectMemories } from "./project-memories.ts";
import { getProjection, listProjectionVersions } from "./queries.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const subjects = { aider: "apply the edit block", mlgym: "lower the learning rate" };

async function add(benchmarkName: keyof typeof subjects, name: string, over: Partial<MemoryDraft> = {}) {
  const title = `${subjects[benchmarkName]} in case ${name}`;
  const draft = {
    type: "insight",
    benchmarkName,
    taskName: name,
    task: name,
    outcome: "passed",
    sourceFormat: "test",
    content: { title, description: "d", content: "c" },
    ...over,
  } as MemoryDraft;
  return createMemory(database.db, draft, { kind: "import", actor: "ada" });
}

async function project(input: Parameters<typeof projectMemories>[1]) {
  const report = await projectMemories(database.db, input, actor);
  if (!report.ok) throw new Error(report.error.message);
  return report.value.projectionId;
}

async function pointsOf(id: string, alignTo?: string) {
  const points = await getMapPoints(database.db, id, { alignTo });
  if (!points) throw new Error("There is no such map");
  return points;
}

let map: string;
beforeAll(async () => {
  await ensureBenchmarks(database.db, Object.keys(subjects));
  for (let i = 0; i < 30; i++) {
    await add("aider", `task ${i}`);
    await add("mlgym", `task ${i}`);
  }
  await embedMemories(database.db);
  map = await project({ type: "insight" });
});

describe("a map that the pool has moved on from", () => {
  let fresh: string;
  let edited: string;

  it("says how many came, changed and went", async () => {
    expect(await getProjection(database.db, map)).toMatchObject({
      drift: { changed: 0, added: 0, gone: 0, placed: 0 },
      current: true,
    });
    fresh = (await add("aider", "newcomer")).id;
    const [first, second, third] = await database.db.memory.findMany({ orderBy: { id: "asc" }, take: 3 });
    if (!first || !second || !third) throw new Error("The pool is empty");
    edited = second.id;
    await reviseMemory(database.db, first, { tags: ["seen"] }, { kind: "tags", actor: "ada" });
    const content = { title: "lower the learning rate in the edit", description: "d", content: "c" };
    await reviseMemory(database.db, second, { content }, { kind: "edit", actor: "ada" });
    await database.db.memory.delete({ where: { id: third.id } });
    await embedMemories(database.db);
    expect(await getProjection(database.db, map)).toMatchObject({
      drift: { changed: 1, added: 1, gone: 1, placed: 0 },
      current: false,
    });
  });

  it("takes them in without moving the others, and marks them", async () => {
    const before = await pointsOf(map);
    const report = await placeMemories(database.db, { projectionId: map }, actor);
    expect(report).toEqual({ ok: true, value: { projectionId: map, placed: 2 } });
    const after = await pointsOf(map);
    expect(after.ids).toHaveLength(before.ids.length + 1);
    after.ids.forEach((id, i) => {
      const was = before.ids.indexOf(id);
      const moved = id === fresh || id === edited;
      expect(after.placed[i]).toBe(moved ? 1 : 0);
      if (!moved) expect([after.x[i], after.y[i]]).toEqual([before.x[was], before.y[was]]);
      expect(Number.isFinite(after.x[i]) && Number.isFinite(after.y[i])).toBe(true);
    });
    expect(await getProjection(database.db, map)).toMatchObject({ drift: { gone: 1, placed: 2 } });
  });

  it("has nothing to place then, and begins anew when it is laid out again", async () => {
    expect(await placeMemories(database.db, { projectionId: map }, actor)).toMatchObject({
      value: { placed: 0 },
    });
    const next = await project({ type: "insight" });
    expect(next).not.toBe(map);
    expect((await pointsOf(next)).placed.every((placed) => placed === 0)).toBe(true);
  });

  it("refuses readers, unknown maps and maps of a handful of points", async () => {
    const reader = { name: "rae", role: "reader" } as const;
    expect(await placeMemories(database.db, { projectionId: map }, reader)).toMatchObject({
      error: { code: "forbidden" },
    });
    const nowhere = "0190a000-0000-7000-8000-000000000000";
    expect(await placeMemories(database.db, { projectionId: nowhere }, actor)).toMatchObject({
      error: { code: "not_found" },
    });
    await add("mlgym", "alone", { type: "summary", content: { taskSummary: "t", experience: "e" } });
    await embedMemories(database.db);
    const small = await project({ type: "summary" });
    const context = { jobId: "", actor, signal: new AbortController().signal, progress: () => {} };
    expect(await placeJob(database.db, { projectionIds: [map, small] }, context)).toMatchObject({
      value: { placed: [{ projectionId: map }], skipped: [{ projectionId: small }] },
    });
    expect(await placeJob(database.db, { projectionIds: [small] }, context)).toMatchObject({ ok: false });
    expect(await placeMemories(database.db, { projectionId: small }, actor)).toMatchObject({
      error: { code: "invalid" },
    });
  });
});

describe("several maps of the same memories", () => {
  it("are listed newest first, each with its filter", async () => {
    const id = await project({ type: "insight", filter: { benchmarks: ["aider"] } });
    const { rows, total } = await listProjectionVersions(database.db, { type: "insight" });
    expect(rows[0]).toMatchObject({ id, filter: { benchmarks: ["aider"] }, n: 30 });
    expect(total).toBe(3);
    expect(await projectMemories(database.db, { filter: { benchmarks: ["nobody"] } }, actor)).toMatchObject({
      error: { message: expect.stringContaining("matches the filter") },
    });
  });

  it("can be laid onto each other", async () => {
    const first = await project({ type: "insight" });
    const second = await project({ type: "insight", seed: 7 });
    const [target, plain, aligned] = [
      await pointsOf(first),
      await pointsOf(second),
      await pointsOf(second, first),
    ];
    const apart = (points: typeof target) =>
      points.x.reduce(
        (sum, x, i) => sum + Math.hypot(x - (target.x[i] ?? 0), (points.y[i] ?? 0) - (target.y[i] ?? 0)),
        0,
      );
    expect(aligned.ids).toEqual(target.ids);
    expect(apart(aligned)).toBeLessThanOrEqual(apart(plain));
  });

  it("can start from another, of the same space only", async () => {
    const first = await project({ type: "insight" });
    const warm = await project({ type: "insight", startFrom: first });
    expect(await getProjection(database.db, warm)).toMatchObject({ params: { start: `map ${first}` } });
    const startFrom = "0190a000-0000-7000-8000-000000000000";
    expect(await projectMemories(database.db, { startFrom }, actor)).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

describe("the place job without maps named", () => {
  const context = { jobId: "", actor, signal: new AbortController().signal, progress: () => {} };

  it("goes over the shown maps that miss something, and over no others", async () => {
    const map = await project({ type: "insight" });
    const filtered = await project({ type: "insight", filter: { benchmarks: ["aider"] } });
    expect(await placeJob(database.db, {}, context)).toEqual({
      ok: true,
      value: { placed: [], skipped: [] },
    });
    await add("aider", "late");
    await embedMemories(database.db);
    expect(await placeJob(database.db, {}, context)).toMatchObject({
      value: { placed: [{ projectionId: map, placed: 1 }] },
    });
    expect(await getProjection(database.db, map)).toMatchObject({ drift: { placed: 1 }, current: true });
    expect(await getProjection(database.db, filtered)).toMatchObject({ drift: { added: 1, placed: 0 } });
  });

  it("names the maps that can't take any", async () => {
    const small = await project({ type: "summary" });
    await add("mlgym", "another", { type: "summary", content: { taskSummary: "t", experience: "e" } });
    await embedMemories(database.db);
    expect(await placeJob(database.db, {}, context)).toMatchObject({
      value: {
        placed: [],
        skipped: [{ projectionId: small, reason: expect.stringContaining("too few points") }],
      },
    });
  });
});
