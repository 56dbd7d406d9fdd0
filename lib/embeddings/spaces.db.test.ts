import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import type { MemoryDraft } from "#lib/memories/record.ts";
import { sha256 } from "#lib/shared/hash.ts";
import { ok } from "#lib/shared/result.ts";
import { fakeProvider } from "#lib/testing/fake-provider.ts";
import { aiderInsight, aiderPassed, seedMemory } from "#lib/testing/memories.ts";
import { embedMemories } from "./embed-memories.ts";
import type { EmbeddingProvider } from "./provider.ts";
import { listSpaces } from "./queries.ts";
import { setEmbeddedText } from "./set-embedded-text.ts";
import { ensureSpace, getActiveSpace, resolveSpace } from "./spaces.ts";
import { switchSpace } from "./switch-space.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const reader = { name: "bob", role: "reader" } as const;
const add = (draft: MemoryDraft) => seedMemory(database.db, draft);

beforeEach(async () => {
  await database.db.embeddingSpace.deleteMany();
  await database.db.memory.deleteMany();
  await database.db.setting.deleteMany();
});

describe("spaces", () => {
  it("switching makes one space active, leaves an audit row and queues the embedding", async () => {
    await add(aiderInsight("x"));
    await embedMemories(database.db);
    const switched = await switchSpace(
      database.db,
      { provider: "openai", model: "loopback-2000", via: fakeProvider() },
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
      ...fakeProvider(),
      embed: async () => ok({ dimensions: 0, vectors: [null], failures: [], stopped: null }),
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
    const memory = await add(aiderInsight("Title"));
    await add({
      ...aiderPassed,
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
