import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { deprecateMemories } from "./deprecate-memories.ts";
import { revertMemory } from "./revert-memory.ts";
import { tagMemories } from "./tag-memories.ts";
import { undoBatch } from "./undo-batch.ts";
import { getEditableMemory, updateMemory } from "./update-memory.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
const rae = { name: "rae", role: "reader" } as const;
const unknownId = "00000000-0000-7000-8000-000000000000";
const wording = { title: "Bisect first", description: "When it broke lately", content: "Let git find it." };

function read(id: string) {
  return database.db.memory.findUniqueOrThrow({
    where: { id },
    include: { revisions: { orderBy: { version: "asc" } } },
  });
}

function edit(id: string, expectedVersion: number, change: object = {}) {
  return updateMemory(
    database.db,
    { id, expectedVersion, content: wording, reason: "clearer", ...change },
    ada,
  );
}

function queuedEmbedJobs() {
  return database.db.job.count({ where: { kind: "embed", state: "queued" } });
}

describe("updateMemory", () => {
  it("writes the content, what derives from it, and the revision", async () => {
    const memory = await seedMemory(database.db);
    const done = await edit(memory.id, 1, { outcome: "failed" });
    expect(done).toMatchObject({ ok: true, value: { version: 2 } });
    const now = await read(memory.id);
    expect(now).toMatchObject({ title: "Bisect first", content: wording, outcome: "failed", version: 2 });
    expect(now.searchText).toContain("Let git find it.");
    expect(now.contentHash).not.toBe(memory.contentHash);
    expect(now.revisions[1]).toMatchObject({ kind: "edit", actor: "ada", reason: "clearer" });
    expect(now.revisions[1]?.batchId).toBe(done.ok && done.value.batchId);
    expect(now.revisions[1]?.changedFields).toEqual(["content", "outcome"]);
  });

  it("says that nothing changed when nothing did, and leaves no revision", async () => {
    const memory = await seedMemory(database.db);
    const same = await edit(memory.id, 1, { content: memory.content });
    expect(same).toEqual({ ok: true, value: { version: 1, batchId: null } });
    expect((await read(memory.id)).revisions).toHaveLength(1);
  });

  it("hands the newest version back on a conflict, and writes nothing", async () => {
    const memory = await seedMemory(database.db);
    await edit(memory.id, 1);
    const late = await edit(memory.id, 1, { content: { ...wording, title: "Mine" } });
    expect(late).toMatchObject({
      ok: false,
      error: { code: "conflict", newest: { version: 2, title: "Bisect first", content: wording } },
    });
    expect((await read(memory.id)).title).toBe("Bisect first");
  });

  it("names each broken field of each type", async () => {
    const insight = await seedMemory(database.db);
    const refused = await edit(insight.id, 1, { content: { title: " ", description: "d" }, reason: "" });
    expect(!refused.ok && Object.keys(refused.error.fields ?? {})).toEqual(["reason"]);
    const content = await edit(insight.id, 1, { content: { title: " ", description: "d" } });
    expect(!content.ok && Object.keys(content.error.fields ?? {})).toEqual([
      "content.title",
      "content.content",
    ]);
    const workflow = await seedMemory(database.db, {
      ...insightDraft(),
      type: "workflow",
      content: { goal: "g", steps: ["s"] },
    });
    const step = await edit(workflow.id, 1, { content: { goal: "g", steps: ["s", ""] } });
    expect(!step.ok && Object.keys(step.error.fields ?? {})).toEqual(["content.steps.1"]);
  });

  it("rejects a reader and an unknown memory", async () => {
    const { id } = await seedMemory(database.db);
    const input = { id, expectedVersion: 1, content: wording, reason: "r" };
    expect(await updateMemory(database.db, input, rae)).toMatchObject({ error: { code: "forbidden" } });
    expect(await edit(unknownId, 1)).toMatchObject({ error: { code: "not_found" } });
    expect(await getEditableMemory(database.db, unknownId)).toBeNull();
  });

  it("asks for one re-embedding for any number of changed texts, and for none when they stay", async () => {
    await database.db.job.updateMany({ data: { state: "succeeded" } });
    const [one, two] = [await seedMemory(database.db), await seedMemory(database.db)];
    await edit(one.id, 1, { content: { ...(one.content as object), content: "Other words" } });
    // An insight is embedded by its title: other words below it leave the vector as it is.
    expect(await queuedEmbedJobs()).toBe(0);
    await edit(one.id, 2);
    await edit(two.id, 1);
    expect(await queuedEmbedJobs()).toBe(1);
  });
});

describe("undoBatch", () => {
  it("takes a bulk change back by new revisions, and can itself be undone", async () => {
    const memories = [await seedMemory(database.db), await seedMemory(database.db)];
    const selection = { ids: memories.map((memory) => memory.id) };
    const done = await deprecateMemories(database.db, { selection, reason: "stale" }, ada);
    const batchId = (done.ok && done.value.batchId) || "";
    const undone = await undoBatch(database.db, { batchId }, ada);
    expect(undone).toMatchObject({ ok: true, value: { changed: 2 } });
    for (const { id } of memories) {
      const now = await read(id);
      expect(now).toMatchObject({ lifecycle: "active", deprecatedReason: null, version: 3 });
      expect(now.revisions[2]).toMatchObject({ kind: "undo", reason: "Undo of deprecate" });
    }
    const again = (undone.ok && undone.value.batchId) || "";
    expect(await undoBatch(database.db, { batchId: again }, ada)).toMatchObject({ ok: true });
    expect((await read(memories[0]?.id ?? "")).deprecatedReason).toBe("stale");
  });

  it("undoes one edit, its text and its vector's freshness", async () => {
    const memory = await seedMemory(database.db);
    await edit(memory.id, 1);
    const revisionId = (await read(memory.id)).revisions[1]?.id ?? "";
    expect(await undoBatch(database.db, { revisionId }, ada)).toMatchObject({ ok: true });
    expect(await read(memory.id)).toMatchObject({
      title: memory.title,
      contentHash: memory.contentHash,
      version: 3,
    });
  });

  it("undoes none when one changed since, and names it", async () => {
    const memories = [
      await seedMemory(database.db),
      await seedMemory(database.db, insightDraft({ title: "Touched" })),
    ];
    const selection = { ids: memories.map((memory) => memory.id) };
    const done = await tagMemories(database.db, { selection, add: ["x"] }, ada);
    await tagMemories(database.db, { selection: { ids: [memories[1]?.id ?? ""] }, add: ["y"] }, ada);
    const batchId = (done.ok && done.value.batchId) || "";
    expect(await undoBatch(database.db, { batchId }, ada)).toMatchObject({
      error: { code: "conflict", message: expect.stringContaining('1 of 2 changed since ("Touched")') },
    });
    expect((await read(memories[0]?.id ?? "")).tags).toEqual(["x"]);
  });

  it("rejects a reader, an unknown batch, and the first revision", async () => {
    const memory = await seedMemory(database.db);
    const first = (await read(memory.id)).revisions[0]?.id ?? "";
    expect(await undoBatch(database.db, { revisionId: first }, rae)).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await undoBatch(database.db, { batchId: unknownId }, ada)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await undoBatch(database.db, { revisionId: first }, ada)).toMatchObject({
      error: { code: "invalid" },
    });
  });
});

describe("revertMemory", () => {
  it("goes back over several revisions, dates and all", async () => {
    const until = new Date("2027-01-01T00:00:00Z");
    const memory = await seedMemory(database.db, insightDraft({ validUntil: until, tags: ["a"] }));
    const selection = { ids: [memory.id] };
    await tagMemories(database.db, { selection, add: ["b"] }, ada);
    await edit(memory.id, 2);
    await tagMemories(database.db, { selection, add: ["c"] }, ada);
    const back = await revertMemory(database.db, { id: memory.id, version: 1, expectedVersion: 4 }, ada);
    expect(back).toMatchObject({ ok: true, value: { version: 5 } });
    const now = await read(memory.id);
    expect(now).toMatchObject({ title: memory.title, tags: ["a"], validUntil: until });
    expect(now.revisions[4]).toMatchObject({ kind: "undo", reason: "Reverted to revision 1" });
    const middle = await revertMemory(database.db, { id: memory.id, version: 3, expectedVersion: 5 }, ada);
    expect(middle).toMatchObject({ ok: true });
    expect(await read(memory.id)).toMatchObject({ title: "Bisect first", tags: ["a", "b"] });
  });

  it("rejects a reader, a version seen too early, an unknown memory, and the present version", async () => {
    const memory = await seedMemory(database.db);
    await edit(memory.id, 1);
    const input = { id: memory.id, version: 1, expectedVersion: 2 };
    expect(await revertMemory(database.db, input, rae)).toMatchObject({ error: { code: "forbidden" } });
    expect(await revertMemory(database.db, { ...input, expectedVersion: 1 }, ada)).toMatchObject({
      error: { code: "conflict" },
    });
    expect(await revertMemory(database.db, { ...input, id: unknownId }, ada)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await revertMemory(database.db, { ...input, version: 2 }, ada)).toMatchObject({
      error: { code: "invalid" },
    });
  });
});
