import { beforeAll, describe, expect, it } from "vitest";
import { measureAbstraction } from "#lib/abstraction/measure-abstraction.ts";
import { metricsJob } from "#lib/abstraction/metrics-job.ts";
import { listAbstraction } from "#lib/abstraction/queries.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { readVectors } from "#lib/embeddings/read-vectors.ts";
import { ensureActiveSpace } from "#lib/embeddings/spaces.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft } from "#lib/memories/record.ts";
import { daviesBouldin } from "#lib/metrics/davies-bouldin.ts";
import { computeLisi } from "#lib/metrics/lisi.ts";
import { ok } from "#lib/shared/result.ts";
import { projectJob } from "./project-job.ts";
import { projectMemories } from "./project-memories.ts";
import { listProjections } from "./queries.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const context = { jobId: "", actor, signal: new AbortController().signal, progress: () => {} };

const subjects: Record<string, string[]> = {
  aider: ["rename the symbol", "match the expected signature", "apply the edit block", "keep the diff small"],
  mlgym: ["seed the trainer", "lower the learning rate", "validate on held-out folds", "log the loss curve"],
};

async function add(benchmarkName: string, i: number, over: Partial<MemoryDraft> = {}) {
  const title = `${subjects[benchmarkName]?.[i % 4]} in case ${i}`;
  const draft = {
    type: "insight",
    benchmarkName,
    taskName: `task-${i}`,
    task: `Task ${i}`,
    outcome: i % 3 === 0 ? "failed" : "passed",
    sourceFormat: "test",
    content: { title, description: "d", content: "c" },
    ...over,
  } as MemoryDraft;
  return createMemory(database.db, draft, { kind: "import", actor: "ada" });
}

beforeAll(async () => {
  await ensureBenchmarks(database.db, [...Object.keys(subjects), "unused"]);
  for (let i = 0; i < 24; i++) for (const benchmark of Object.keys(subjects)) await add(benchmark, i);
  await add("mlgym", 99, { lifecycle: "deprecated" });
  await embedMemories(database.db);
});

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function unwrapDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("Not measured");
  return value;
}

describe("projectMemories", () => {
  it("stores a layout with all that made it, and reuses it for the same input", async () => {
    const report = unwrap(await projectMemories(database.db, { type: "insight" }, actor));
    expect(report).toMatchObject({ type: "insight", space: "carryover-lexical-1/256", n: 49, reused: false });
    expect(report.trustworthiness).toBeGreaterThan(0.5);
    const again = unwrap(await projectMemories(database.db, { type: "insight" }, actor));
    expect(again).toEqual({ ...report, reused: true });
    const row = await database.db.projection.findUniqueOrThrow({ where: { id: report.projectionId } });
    expect(row).toMatchObject({
      algorithm: "umap",
      seed: 42,
      count: 49,
      versions: { layout: 3, neighbors: expect.any(String) },
    });
    expect(row.params).toMatchObject({ neighbors: 15, minDist: 0.1, epochs: 500, start: "principal plane" });
    expect(row.coordinates).toHaveLength(49 * 8);
    expect(
      await database.db.auditEvent.count({ where: { action: "projection.create", subjectId: row.id } }),
    ).toBe(1);
    expect(unwrap(await projectMemories(database.db, { type: "insight", seed: 7 }, actor)).reused).toBe(
      false,
    );
  });

  it("stores a layout of umap-js as one of its own, with its version", async () => {
    const input = { type: "insight", engine: "umap-js" } as const;
    const report = unwrap(await projectMemories(database.db, input, actor));
    expect(report.reused).toBe(false);
    const row = await database.db.projection.findUniqueOrThrow({ where: { id: report.projectionId } });
    expect(row).toMatchObject({
      algorithm: "umap-js",
      versions: { layout: expect.stringMatching(/^umap-js 1/) },
    });
    expect(row.params).toMatchObject({ start: "random places" });
    expect(unwrap(await projectMemories(database.db, input, actor))).toEqual({ ...report, reused: true });
    const ours = unwrap(await projectMemories(database.db, { type: "insight" }, actor));
    expect(ours.projectionId).not.toBe(report.projectionId);
  });

  it.each([
    {
      input: { engine: "umap-js", startFrom: "00000000-0000-7000-8000-000000000000" },
      says: "random places",
      why: "umap-js a start",
    },
    { input: { type: "insight", neighbors: 1 }, says: "at least 2", why: "too few neighbors" },
    { input: { type: "insight", minDist: 2 }, says: "at most 0.99", why: "too far apart" },
    { input: { type: "summary" }, says: "No summary memory has a vector", why: "nothing of that type" },
    {
      input: { type: "all", space: "nope" },
      says: "There are: carryover-lexical-1/256",
      why: "no such space",
    },
  ] as const)("refuses $why in a sentence", async ({ input, says }) => {
    expect(await projectMemories(database.db, input, actor)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(says) },
    });
  });

  it("refuses readers, and stores nothing when canceled", async () => {
    expect(await projectMemories(database.db, {}, { name: "bob", role: "reader" })).toMatchObject({
      error: { code: "forbidden" },
    });
    const before = await database.db.projection.count();
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(projectMemories(database.db, { seed: 1234 }, actor, { signal })).rejects.toThrow("canceled");
    expect(await database.db.projection.count()).toBe(before);
  });

  it("as a job lays out every type that has vectors and names the others", async () => {
    const result = unwrap(await projectJob(database.db, {}, context));
    expect(result).toMatchObject({
      projections: [
        { type: "insight", n: 49 },
        { type: "all", n: 49 },
      ],
    });
    expect(result).toMatchObject({
      skipped: [{ type: "trajectory" }, { type: "workflow" }, { type: "summary" }],
    });
    expect(await projectJob(database.db, { types: ["summary"] }, context)).toMatchObject({ ok: false });
  });
});

describe("listProjections", () => {
  it("gives the newest map of each type that has one", async () => {
    const space = await ensureActiveSpace(database.db);
    const newest = unwrap(await projectMemories(database.db, { type: "insight", seed: 8 }, actor));
    const { rows, total } = await listProjections(database.db, { spaceId: space.id });
    expect(rows.map(({ type }) => type)).toEqual(["insight", "all"]);
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({
      id: newest.projectionId,
      n: 49,
      seed: 8,
      algorithm: "umap",
      current: true,
    });
    expect(rows[0]).not.toHaveProperty("coordinates");
    const older = unwrap(await projectMemories(database.db, { type: "insight" }, actor));
    expect((await listProjections(database.db, { spaceId: space.id })).rows[0]).toMatchObject({
      id: older.projectionId,
      seed: 42,
    });
  });
});

describe("measureAbstraction", () => {
  it("agrees with the metrics on the same vectors, deprecated memories left out", async () => {
    const report = unwrap(await measureAbstraction(database.db, { perplexity: 5 }));
    expect(report).toMatchObject({ space: "carryover-lexical-1/256", label: "benchmark", on: "vectors" });
    const space = await ensureActiveSpace(database.db);
    const { memories, matrix } = await readVectors(database.db, space, {
      type: "insight",
      deprecated: false,
    });
    const labels = memories.map(({ benchmark }) => benchmark);
    const lisi = computeLisi(matrix, labels, 5);
    expect(report.types.insight).toMatchObject({
      n: 48,
      labels: { aider: 24, mlgym: 24 },
      dbi: (daviesBouldin(matrix, labels) as { value: number }).value,
      lisi: { mean: "value" in lisi && lisi.value.mean, perplexity: 5, permutations: 100, seed: 42 },
    });
    expect(report.types.insight?.lisi?.randomLabelMean).toBeGreaterThan(
      report.types.insight?.lisi?.mean ?? 0,
    );
    expect(report.types.workflow).toEqual({
      n: 0,
      labels: {},
      dbi: null,
      dbiUndefinedBecause: expect.stringContaining("at least 2"),
      dbiInterval: null,
      dbiShuffled: null,
      dbiOfShuffled: null,
      version: 4,
      lisi: null,
      lisiUndefinedBecause: expect.stringContaining("at least 6"),
      invariantShare: null,
    });
  });

  it("says so when the perplexity was clipped, and keeps results by input", async () => {
    const count = () => database.db.metricSnapshot.count({ where: { type: "insight", label: "lifecycle" } });
    const first = unwrap(await measureAbstraction(database.db, { type: "insight", label: "lifecycle" }));
    expect(first.types.insight?.lisi).toMatchObject({ perplexity: 16, requestedPerplexity: 30 });
    expect(first.types.insight?.labels).toEqual({ active: 48, deprecated: 1 });
    expect(unwrap(await measureAbstraction(database.db, { type: "insight", label: "lifecycle" }))).toEqual(
      first,
    );
    expect(await count()).toBe(1);
  });

  it("measures the map under a name of its own", async () => {
    await projectMemories(database.db, { type: "insight" }, actor);
    const onMap = unwrap(await measureAbstraction(database.db, { type: "insight", on: "map" }));
    const onVectors = unwrap(await measureAbstraction(database.db, { type: "insight" }));
    expect(onMap).toMatchObject({ on: "map", types: { insight: { n: 48 } } });
    expect(onMap.types.insight?.dbi).not.toBe(onVectors.types.insight?.dbi);
    const space = await ensureActiveSpace(database.db);
    const listed = await listAbstraction(database.db, { spaceId: space.id, label: "benchmark", on: "map" });
    expect(listed.rows[3]).toMatchObject({ measured: { dbi: onMap.types.insight?.dbi }, paper: null });
  });

  it("refuses nonsense and unknown spaces; as a job gives the same report", async () => {
    expect(await measureAbstraction(database.db, { perplexity: 0 })).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await measureAbstraction(database.db, { space: "nope" })).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await metricsJob(database.db, {}, context)).toEqual(
      ok(unwrap(await measureAbstraction(database.db))),
    );
  });

  it("measures all types together too, with intervals and what shuffled labels give", async () => {
    const report = unwrap(await measureAbstraction(database.db, { perplexity: 5 }));
    expect(report.overall).toMatchObject({ n: 48, dbi: report.types.insight?.dbi });
    const { dbi, dbiInterval, dbiShuffled, lisi, invariantShare } = unwrapDefined(report.types.insight);
    expect(dbiInterval).toMatchObject({ level: 0.95, resamples: 200 });
    expect(dbiInterval?.low).toBeLessThan(dbi ?? 0);
    expect(dbiInterval?.high).toBeGreaterThan(dbi ?? 0);
    expect(dbiShuffled?.low).toBeGreaterThan(dbi ?? 0);
    // Two benchmarks of words that are not shared: nothing scatters, and an interval would say it is known for sure.
    expect(lisi?.mean).toBeLessThan(1.01);
    expect(lisi).toMatchObject({ interval: null, noIntervalBecause: expect.stringContaining("No interval") });
    expect(lisi?.randomLabelInterval[0]).toBeLessThan(lisi?.randomLabelMean ?? 0);
    expect(invariantShare?.n).toBe(48);
    for (const share of [invariantShare?.mean, invariantShare?.reference]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1.02);
    }
  });

  it("tells memories apart by a tag, and asks which", async () => {
    expect(await measureAbstraction(database.db, { label: "tag" })).toMatchObject({
      error: { code: "invalid", fields: { tag: ["Choose the tag that tells memories apart"] } },
    });
    const report = unwrap(
      await measureAbstraction(database.db, { label: "tag", tag: "io", type: "insight" }),
    );
    expect(report.types.insight).toMatchObject({ labels: { "(others)": 48 }, dbi: null });
  });

  it("is listed beside the paper's values, with what has changed since", async () => {
    const space = await ensureActiveSpace(database.db);
    await measureAbstraction(database.db);
    const { rows } = await listAbstraction(database.db, { spaceId: space.id, label: "benchmark" });
    expect(rows.map(({ type }) => type)).toEqual(["trajectory", "workflow", "summary", "insight"]);
    expect(rows[3]).toMatchObject({ paper: { dbi: 6.5, lisi: 4 }, measured: { n: 48, current: true } });
    await add("aider", 500);
    expect(
      (await listAbstraction(database.db, { spaceId: space.id, label: "benchmark" })).rows[3],
    ).toMatchObject({ measured: { current: false } });
    expect(
      (await listAbstraction(database.db, { spaceId: space.id, label: "outcome" })).rows[3],
    ).toMatchObject({ measured: null, paper: null });
  });
});
