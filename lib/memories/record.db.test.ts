import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { embeddedTextKey } from "./embedded-text.ts";
import { contentHashOf, importedHashOf, memoryColumns, reviseMemory } from "./record.ts";
import { servableWhere } from "./servable.ts";

const database = testDatabase();
const note = { kind: "edit", actor: "ada" } as const;

describe("createMemory", () => {
  it("writes what it says, what derives from it, and the first revision", async () => {
    const draft = insightDraft({ title: "Pin versions", tags: ["npm"] });
    const memory = await seedMemory(database.db, draft);
    expect(memory).toMatchObject({ title: "Pin versions", version: 1, lifecycle: "active", tags: ["npm"] });
    expect(memory.searchText).toContain("drops the last line");
    expect(memory.contentHash).toBe(contentHashOf(draft));
    const revisions = await database.db.revision.findMany({ where: { memoryId: memory.id } });
    expect(revisions).toMatchObject([
      {
        version: 1,
        kind: "import",
        before: null,
        after: { type: "insight", tags: ["npm"], content: draft.content },
      },
    ]);
  });

  it("takes the record's own key, else a hash of what it says", () => {
    const draft = insightDraft();
    expect(memoryColumns({ ...draft, importKey: "own" }).importKey).toBe("own");
    expect(memoryColumns(draft).importKey).toBe(`insight:${contentHashOf(draft)}`);
  });
});

describe("importedHashOf", () => {
  const draft = insightDraft();
  it("ignores where the record lay", () => {
    expect(importedHashOf({ ...draft, sourcePath: "elsewhere.jsonl", synthetic: true })).toBe(
      importedHashOf(draft),
    );
  });
  it("sees everything an import sets", () => {
    expect(importedHashOf({ ...draft, tags: ["x"] })).not.toBe(importedHashOf(draft));
    expect(importedHashOf({ ...draft, lifecycle: "candidate" })).not.toBe(importedHashOf(draft));
  });
});

describe("reviseMemory", () => {
  it("returns the same memory when nothing changes, also with keys in another order", async () => {
    const memory = await seedMemory(database.db);
    const { title, description, content } = memory.content as Record<string, string>;
    const same = { content: { content: content ?? "", title: title ?? "", description: description ?? "" } };
    expect(await reviseMemory(database.db, memory, { ...same, tags: [] }, note)).toBe(memory);
  });

  it("writes a new import's hash without a revision: nobody sees it", async () => {
    const memory = await seedMemory(database.db);
    const revised = await reviseMemory(database.db, memory, { importedHash: "new" }, note);
    expect(revised).toMatchObject({ importedHash: "new", version: 1 });
  });

  it("throws when the row is not at the version that was read", async () => {
    const memory = await seedMemory(database.db);
    await reviseMemory(database.db, memory, { tags: ["a"] }, note);
    await expect(reviseMemory(database.db, memory, { tags: ["b"] }, note)).rejects.toThrow();
  });

  it("refuses content of another type", async () => {
    const memory = await seedMemory(database.db);
    const content = { goal: "g", steps: ["s"] };
    await expect(reviseMemory(database.db, memory, { content }, note)).rejects.toThrow();
  });

  it("marks vectors stale by the text that the setting embeds, and fresh again when it is back", async () => {
    const { db } = database;
    const memory = await seedMemory(db);
    const space = await db.embeddingSpace.create({
      data: { provider: "lexical", model: "t", dimensions: 1 },
    });
    const { sha256 } = await import("#lib/shared/hash.ts");
    await db.$executeRaw`INSERT INTO "Embedding" ("memoryId", "spaceId", "textHash", "vector")
      VALUES (${memory.id}::uuid, ${space.id}::uuid, ${sha256(memory.title)}, '[1]')`;
    const stale = async () => (await db.embedding.findFirstOrThrow({ where: { memoryId: memory.id } })).stale;
    const content = memory.content as { title: string; description: string; content: string };
    const body = await reviseMemory(db, memory, { content: { ...content, content: "Other" } }, note);
    expect(await stale()).toBe(false);
    const retitled = await reviseMemory(db, body, { content: { ...content, title: "Other" } }, note);
    expect(await stale()).toBe(true);
    const back = await reviseMemory(db, retitled, { content }, note);
    expect(await stale()).toBe(false);
    await db.setting.create({ data: { key: embeddedTextKey, value: { insight: "content" } } });
    await reviseMemory(db, back, { content: { ...content, content: "Other" } }, note);
    expect(await stale()).toBe(true);
    await db.setting.deleteMany();
  });
});

it("servableWhere holds what ineligibility lets through", async () => {
  const at = new Date("2026-06-15T12:00:00Z");
  const drafts = [
    { title: "open" },
    { title: "starts now", validFrom: at },
    { title: "ends now", validUntil: at },
    { title: "future", validFrom: new Date(at.getTime() + 1) },
    { title: "candidate", lifecycle: "candidate" as const },
  ];
  for (const draft of drafts)
    await seedMemory(database.db, insightDraft({ ...draft, tags: ["servable-test"] }));
  const found = await database.db.memory.findMany({
    where: { AND: [servableWhere(at), { tags: { has: "servable-test" } }] },
    orderBy: { title: "asc" },
  });
  expect(found.map((memory) => memory.title)).toEqual(["open", "starts now"]);
});
