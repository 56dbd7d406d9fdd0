import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createMemory, ensureBenchmarks, type MemoryDraft, reviseMemory } from "#lib/memories/record.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { ok } from "#lib/shared/result.ts";
import { embedJob } from "./embed-job.ts";
import { countWaiting, embedMemories } from "./embed-memories.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { createLexicalProvider } from "./lexical-provider.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { listSpaces } from "./queries.ts";
import { readVectors } from "./read-vectors.ts";
import { setEmbeddedText } from "./set-embedded-text.ts";
import { ensureActiveSpace, ensureSpace, getActiveSpace, resolveSpace } from "./spaces.ts";
import { switchSpace } from "./switch-space.ts";
import { writeEmbeddings } from "./write-embeddings.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const reader = { name: "bob", role: "reader" } as const;

const shared = { benchmarkName: "aider", taskName: "t", outcome: "passed", sourceFormat: "test" } as const;

function insight(title: string, over: Partial<MemoryDraft> = {}): MemoryDraft {
  const content = { title, description: "When it helps", content: `What to do about ${title}` };
  return { ...shared, task: "Fix the parser", type: "insight", content, ...over } as MemoryDraft;
}

async function add(draft: MemoryDraft) {
  await ensureBenchmarks(database.db, [draft.benchmarkName]);
  return createMemory(database.db, draft, { kind: "import", actor: "ada" });
}

/** A provider of 2,000 dimensions that refuses texts with "bad" in them. */
function fakeServer(): EmbeddingProvider & { sent: string[] } {
  const sent: string[] = [];
  return {
    provider: "openai",
    model: "loopback-2000",
    dimensions: 2000,
    sent,
    embed: async (texts) => {
      sent.push(...texts);
      const failures = texts.flatMap((text, index) =>
        text.includes("bad") ? [{ index, reason: "refused" }] : [],
      );
      const vectors = texts.map((text) =>
        text.includes("bad") ? null : new Float32Array(2000).fill(text.length),
      );
      return ok({ dimensions: 2000, vectors, failures });
    },
  };
}

beforeEach(async () => {
  await database.db.embeddingSpace.deleteMany();
  await database.db.memory.deleteMany();
  await database.db.setting.deleteMany();
});

describe("embedMemories", () => {
  it("embeds what waits, in the built-in space when none is chosen, and then has nothing to do", async () => {
    const first = await add(insight("Run the tests first"));
    await add({
      ...shared,
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
      { id: first.id, benchmark: "aider", outcome: "passed", lifecycle: "active", generator: null },
    ]);
    expect(read.matrix.data).toEqual(lexicalEmbedding("Run the tests first"));
    expect(await embedMemories(database.db)).toMatchObject({ value: { embedded: 0, unchanged: 0 } });
  });

  it("embeds anew when the embedded text changed, and keeps the vector when it changed back", async () => {
    const memory = await add(insight("Old title"));
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
    const memory = await add(insight("Before"));
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
    await add({ ...shared, task, type: "trajectory", content: steps("ls") });
    await add({ ...shared, task, type: "trajectory", content: steps("pwd") });
    const bad = await add(insight("a bad one"));
    const server = fakeServer();
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
    const memory = await add(insight("x"));
    const space = await ensureActiveSpace(database.db);
    const row = { memoryId: memory.id, textHash: "h", contentHash: memory.contentHash, vector: [1, 2, 3] };
    await expect(writeEmbeddings(database.db, space, [row])).rejects.toThrow(
      "3 numbers does not belong in a space of 256",
    );
    expect(await embedMemories(database.db, { provider: fakeServer() })).toMatchObject({
      value: { embedded: 0, failures: [{ reason: "the vector has 2000 numbers, not 256" }] },
    });
  });

  it("a memory whose content can't be read is reported and holds up nobody", async () => {
    const broken = await add(insight("broken"));
    await add(insight("whole"));
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
    for (let i = 0; i < 3; i++) await add(insight(`number ${i}`, i === 1 ? { lifecycle: "deprecated" } : {}));
    await embedMemories(database.db);
    const space = await ensureActiveSpace(database.db);
    expect((await readVectors(database.db, space, { type: null, deprecated: false })).memories).toHaveLength(
      2,
    );
    expect((await readVectors(database.db, space, { type: null, deprecated: true })).matrix.rows).toBe(3);
  });

  it("stops when asked to", async () => {
    await add(insight("x"));
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(embedMemories(database.db, { signal })).rejects.toThrow("cancelled");
  });
});

describe("the embed job", () => {
  const context = { jobId: "", actor, signal: new AbortController().signal, progress: () => {} };

  it("answers with counts", async () => {
    await add(insight("x"));
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

  it("says what to do when the space can't be embedded here", async () => {
    await add(insight("x"));
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

describe("spaces", () => {
  it("switching makes one space active, leaves an audit row and queues the embedding", async () => {
    await add(insight("x"));
    await embedMemories(database.db);
    const switched = await switchSpace(
      database.db,
      { provider: "openai", model: "loopback-2000", via: fakeServer() },
      actor,
    );
    if (!switched.ok) throw new Error(switched.error.message);
    expect(await database.db.embeddingSpace.count({ where: { active: true } })).toBe(1);
    expect(await getActiveSpace(database.db)).toMatchObject({
      model: "loopback-2000",
      dimensions: 2000,
      active: true,
    });
    expect(await database.db.job.findUnique({ where: { id: switched.value.jobId } })).toMatchObject({
      kind: "embed",
      state: "queued",
    });
    expect(
      await database.db.auditEvent.count({
        where: { action: "space.activate", subjectId: switched.value.spaceId },
      }),
    ).toBe(1);
    expect(await listSpaces(database.db)).toMatchObject({
      rows: [
        { name: "loopback-2000/2000", active: true, fresh: 0, stale: 0, missing: 1 },
        { name: "carryover-lexical-1/256", active: false, fresh: 1, stale: 0, missing: 0 },
      ],
      total: 2,
    });
    expect(await switchSpace(database.db, { provider: "lexical" }, actor)).toMatchObject({ ok: true });
    expect(await getActiveSpace(database.db)).toMatchObject({ model: "carryover-lexical-1" });
  });

  it("an imported space is taken over by a provider that can go on with it, never the other way round", async () => {
    const key = { model: "text-embedding-3-small", dimensions: 1536 };
    const imported = await ensureSpace(database.db, { provider: "imported", ...key });
    expect(await ensureSpace(database.db, { provider: "openai", ...key })).toMatchObject({
      id: imported.id,
      provider: "openai",
    });
    expect(await ensureSpace(database.db, { provider: "imported", ...key })).toMatchObject({
      provider: "openai",
    });
  });

  it("refuses readers, unknown spaces and models that answer nothing", async () => {
    expect(await switchSpace(database.db, { provider: "lexical" }, reader)).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await switchSpace(database.db, { spaceId: crypto.randomUUID() }, actor)).toMatchObject({
      error: { code: "not_found" },
    });
    const mute: EmbeddingProvider = {
      ...fakeServer(),
      embed: async () => ok({ dimensions: 0, vectors: [null], failures: [] }),
    };
    expect(
      await switchSpace(database.db, { provider: "openai", model: "m", via: mute }, actor),
    ).toMatchObject({
      error: { code: "unavailable" },
    });
  });

  it.each([
    { name: "theirs", found: true, why: "by model" },
    { name: "theirs/8", found: true, why: "by model and dimensions" },
    { name: "others", found: false, why: "unknown" },
  ])("is found $why", async ({ name, found }) => {
    await ensureSpace(database.db, { provider: "imported", model: "theirs", dimensions: 8 });
    expect(await resolveSpace(database.db, name)).toMatchObject(
      found ? { ok: true } : { error: { message: expect.stringContaining("There are: theirs/8") } },
    );
    expect(await resolveSpace(database.db)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

describe("setEmbeddedText", () => {
  it("makes every vector stale; the next run embeds only what really differs", async () => {
    const memory = await add(insight("Title"));
    await add({
      ...shared,
      task: "T",
      type: "trajectory",
      content: { steps: [{ action: "ls", observation: "" }] },
    });
    await embedMemories(database.db);
    expect(await setEmbeddedText(database.db, { insight: "content" }, actor)).toMatchObject({ ok: true });
    expect(await embedMemories(database.db)).toMatchObject({ value: { embedded: 1, unchanged: 1 } });
    const row = await database.db.embedding.findFirst({ where: { memoryId: memory.id } });
    expect(row?.textHash).toBe(sha256("Title\nWhen it helps\nWhat to do about Title"));
  });

  it("refuses readers and texts that a type doesn't have", async () => {
    expect(await setEmbeddedText(database.db, {}, reader)).toMatchObject({ error: { code: "forbidden" } });
    expect(await setEmbeddedText(database.db, { insight: "goal" }, actor)).toMatchObject({
      error: { code: "invalid" },
    });
  });
});
