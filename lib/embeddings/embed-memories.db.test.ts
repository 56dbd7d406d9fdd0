import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { ensureBenchmarks, type MemoryDraft, reviseMemory } from "#lib/memories/record.ts";
import { ok } from "#lib/shared/result.ts";
import { fakeProvider } from "#lib/testing/fake-provider.ts";
import { aiderInsight, aiderPassed, seedMemory } from "#lib/testing/memories.ts";
import { embedJob } from "./embed-job.ts";
import { countWaiting, embedMemories } from "./embed-memories.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { createLexicalProvider } from "./lexical-provider.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { readVectors } from "./read-vectors.ts";
import { ensureActiveSpace, ensureSpace } from "./spaces.ts";
import { writeEmbeddings } from "./write-embeddings.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;

const add = (draft: MemoryDraft) => seedMemory(database.db, draft);

beforeEach(async () => {
  await database.db.embeddingSpace.deleteMany();
  await database.db.memory.deleteMany();
  await database.db.setting.deleteMany();
});

describe("embedMemories", () => {
  it("embeds what waits, in the built-in space when none is chosen, and then has nothing to do", async () => {
    const first = await add(aiderInsight("Run the tests first"));
    await add({
      ...aiderPassed,
      task: "Fix the parser",
      type: "workflow",
      content: { goal: "Bisect a regression", steps: ["git bisect"] },
    });
    const shares: number[] = [];
    const report = await embedMemories(database.db, { progress: (share) => shares.push(share) });
    expect(report).toEqual(ok({ space: "carryover-lexical-1/256", embedded: 2, unchanged: 0, failures: [] }));
    expect(shares).toEqual([1]);
    const space = await ensureActiveSpace(database.db);
    const read = await readVectors(database.db, space, { type: "insight", deprecated: true });
    expect(read.memories).toEqual([
      {
        id: first.id,
        benchmark: "aider",
        outcome: "passed",
        lifecycle: "active",
        generator: null,
        sourceModel: null,
        tags: [],
        task: "t",
      },
    ]);
    expect(read.matrix.data).toEqual(lexicalEmbedding("Run the tests first"));
    expect(await embedMemories(database.db)).toMatchObject({ value: { embedded: 0, unchanged: 0 } });
  });

  it("embeds anew when the embedded text changed, and keeps the vector when it changed back", async () => {
    const memory = await add(aiderInsight("Old title"));
    await embedMemories(database.db);
    const space = await ensureActiveSpace(database.db);
    const content = { title: "New title", description: "d", content: "c" };
    const changed = await reviseMemory(database.db, memory, { content }, { kind: "edit", actor: "ada" });
    expect(await readVectors(database.db, space, { type: null, deprecated: true })).toMatchObject({
      memories: [],
    });
    expect(await countWaiting(database.db, space.id)).toBe(1);
    expect(await embedMemories(database.db)).toMatchObject({ value: { embedded: 1 } });
    const read = await readVectors(database.db, space, { type: null, deprecated: true });
    expect(read.matrix.data).toEqual(lexicalEmbedding("New title"));
    await database.db.embedding.updateMany({ where: { memoryId: changed.id }, data: { stale: true } });
    expect(await embedMemories(database.db)).toMatchObject({ value: { embedded: 0, unchanged: 1 } });
    expect(await countWaiting(database.db, space.id)).toBe(0);
  });

  it("a memory that was edited while its vector was on the way stays stale", async () => {
    const memory = await add(aiderInsight("Before"));
    const space = await ensureActiveSpace(database.db);
    const slow: EmbeddingProvider = {
      ...createLexicalProvider(),
      embed: async (texts, options) => {
        const content = { title: "After", description: "d", content: "c" };
        await reviseMemory(database.db, memory, { content }, { kind: "edit", actor: "ada" });
        return createLexicalProvider().embed(texts, options);
      },
    };
    await embedMemories(database.db, { provider: slow });
    expect(await countWaiting(database.db, space.id)).toBe(1);
  });

  it("sends equal texts once, reports the refused ones, and holds more than a page's worth of numbers a row", async () => {
    const task = "One task, two trajectories";
    const steps = (action: string) => ({ steps: [{ action, observation: "" }] });
    await add({ ...aiderPassed, task, type: "trajectory", content: steps("ls") });
    await add({ ...aiderPassed, task, type: "trajectory", content: steps("pwd") });
    const bad = await add(aiderInsight("a bad one"));
    const server = fakeProvider();
    const space = await ensureSpace(database.db, {
      provider: "openai",
      model: server.model,
      dimensions: 2000,
    });
    const report = await embedMemories(database.db, { provider: server }, space);
    expect(report).toMatchObject({
      value: { embedded: 2, failures: [{ memoryId: bad.id, reason: "refused" }] },
    });
    expect([...server.sent].sort()).toEqual([task, "a bad one"]);
    const large = await ensureSpace(database.db, { provider: "imported", model: "large", dimensions: 3072 });
    const vector = new Float32Array(3072).map((_, i) => Math.sin(i));
    await writeEmbeddings(database.db, large, [
      { memoryId: bad.id, textHash: "h", contentHash: bad.contentHash, vector },
    ]);
    const read = await readVectors(database.db, large, { type: null, deprecated: true });
    expect(read.matrix.data).toEqual(vector);
  });

  it("never lets a vector into a space of other dimensions", async () => {
    const memory = await add(aiderInsight("x"));
    const space = await ensureActiveSpace(database.db);
    const row = { memoryId: memory.id, textHash: "h", contentHash: memory.contentHash, vector: [1, 2, 3] };
    await expect(writeEmbeddings(database.db, space, [row])).rejects.toThrow(
      "3 numbers does not belong in a space of 256",
    );
    expect(await embedMemories(database.db, { provider: fakeProvider() })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("the vector has 2000 numbers, not 256") },
    });
  });

  it("a memory whose content can't be read is reported and holds up nobody", async () => {
    const broken = await add(aiderInsight("broken"));
    await add(aiderInsight("whole"));
    await database.db.memory.update({ where: { id: broken.id }, data: { content: { title: 1 } } });
    expect(await embedMemories(database.db)).toMatchObject({
      value: {
        embedded: 1,
        failures: [{ memoryId: broken.id, reason: "its content does not fit its type (insight)" }],
      },
    });
  });

  it("leaves deprecated memories out when asked to, and works page by page", async () => {
    await ensureBenchmarks(database.db, ["aider"]);
    for (let i = 0; i < 3; i++)
      await add(aiderInsight(`number ${i}`, i === 1 ? { lifecycle: "deprecated" } : {}));
    await embedMemories(database.db);
    const space = await ensureActiveSpace(database.db);
    expect((await readVectors(database.db, space, { type: null, deprecated: false })).memories).toHaveLength(
      2,
    );
    expect((await readVectors(database.db, space, { type: null, deprecated: true })).matrix.rows).toBe(3);
  });

  it("stops when asked to", async () => {
    await add(aiderInsight("x"));
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(embedMemories(database.db, { signal })).rejects.toThrow("canceled");
  });
});

describe("the embed job", () => {
  const context = { jobId: "", actor, signal: new AbortController().signal, progress: () => {} };

  it("answers with counts", async () => {
    await add(aiderInsight("x"));
    expect(await embedJob(database.db, {}, context)).toEqual(
      ok({ space: "carryover-lexical-1/256", embedded: 1, unchanged: 0, failed: 0, failures: [] }),
    );
  });

  it("queues maps and metrics once when asked to refresh", async () => {
    await database.db.job.deleteMany();
    await embedJob(database.db, { refresh: true }, context);
    await embedJob(database.db, { refresh: true }, context);
    const queued = await database.db.job.findMany({ select: { kind: true } });
    expect(queued.map(({ kind }) => kind).sort()).toEqual(["metrics", "project"]);
  });

  it("has maps take in what was embedded after an edit, where there are maps", async () => {
    const kinds = async () => {
      const queued = await database.db.job.findMany({ where: { state: "queued" }, select: { kind: true } });
      return queued.map(({ kind }) => kind);
    };
    await database.db.job.deleteMany();
    await add(aiderInsight("x"));
    await embedJob(database.db, {}, context);
    expect(await kinds()).toEqual([]);
    const space = await database.db.embeddingSpace.findFirstOrThrow();
    const map = { spaceId: space.id, algorithm: "umap", params: {}, versions: {}, seed: 1, inputHash: "x" };
    const points = { count: 0, memoryIds: [], coordinates: new Uint8Array(), seconds: 0 };
    await database.db.projection.create({ data: { ...map, ...points } });
    await embedJob(database.db, {}, context);
    expect(await kinds()).toEqual([]);
    for (const name of ["y", "z"]) {
      await add(aiderInsight(name));
      await embedJob(database.db, {}, context);
    }
    expect(await kinds()).toEqual(["place"]);
  });

  it("says what to do when the space can't be embedded here", async () => {
    await add(aiderInsight("x"));
    const space = await ensureSpace(database.db, { provider: "imported", model: "theirs", dimensions: 8 });
    expect(await embedJob(database.db, { spaceId: space.id }, context)).toMatchObject({
      ok: false,
      error: { code: "unavailable", message: expect.stringContaining("were imported") },
    });
    expect(await embedJob(database.db, { spaceId: crypto.randomUUID() }, context)).toMatchObject({
      ok: false,
    });
  });
});
