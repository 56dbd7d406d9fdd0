import { describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { deprecateMemories } from "./deprecate-memories.ts";
import { promoteMemories } from "./promote-memories.ts";
import { restoreMemories } from "./restore-memories.ts";
import { setValidity } from "./set-validity.ts";
import { tagMemories } from "./tag-memories.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
const rae = { name: "rae", role: "reader" } as const;
const unknownId = "00000000-0000-7000-8000-000000000000";

function picked(...memories: { id: string }[]) {
  return { ids: memories.map((memory) => memory.id) };
}

function read(memory: { id: string }) {
  return database.db.memory.findUniqueOrThrow({
    where: { id: memory.id },
    include: { revisions: { orderBy: { version: "asc" } } },
  });
}

describe("every verb on a selection", () => {
  const verbs = {
    deprecate: (selection: { ids: string[] }, actor: typeof ada | typeof rae) =>
      deprecateMemories(database.db, { selection, reason: "wrong" }, actor),
    restore: (selection: { ids: string[] }, actor: typeof ada | typeof rae) =>
      restoreMemories(database.db, { selection }, actor),
    promote: (selection: { ids: string[] }, actor: typeof ada | typeof rae) =>
      promoteMemories(database.db, { selection }, actor),
    validity: (selection: { ids: string[] }, actor: typeof ada | typeof rae) =>
      setValidity(database.db, { selection, validUntil: "2030-01-01" }, actor),
    tags: (selection: { ids: string[] }, actor: typeof ada | typeof rae) =>
      tagMemories(database.db, { selection, add: ["git"] }, actor),
  };
  it.each(Object.entries(verbs))("%s rejects a reader", async (_name, verb) => {
    const memory = await seedMemory(database.db, insightDraft({ lifecycle: "candidate" }));
    expect(await verb(picked(memory), rae)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect((await read(memory)).version).toBe(1);
  });

  it.each(Object.entries(verbs))("%s changes nothing when one memory is gone", async (_name, verb) => {
    const memory = await seedMemory(database.db, insightDraft({ lifecycle: "candidate" }));
    expect(await verb({ ids: [memory.id, unknownId] }, ada)).toMatchObject({ error: { code: "not_found" } });
    expect((await read(memory)).version).toBe(1);
  });

  it.each(Object.entries(verbs))("%s refuses an empty selection", async (_name, verb) => {
    expect(await verb({ ids: [] }, ada)).toMatchObject({ error: { code: "invalid" } });
  });
});

describe("deprecateMemories", () => {
  it("takes out of service with the reason, and leaves a revision", async () => {
    const memory = await seedMemory(database.db);
    const done = await deprecateMemories(database.db, { selection: picked(memory), reason: " stale " }, ada);
    expect(done).toMatchObject({ ok: true, value: { changed: 1, unchanged: 0 } });
    const now = await read(memory);
    expect(now).toMatchObject({ lifecycle: "deprecated", deprecatedReason: "stale", version: 2 });
    expect(now.updatedAt.getTime()).toBeGreaterThan(memory.updatedAt.getTime());
    expect(now.revisions[1]).toMatchObject({
      version: 2,
      kind: "deprecate",
      actor: "ada",
      reason: "stale",
      changedFields: ["lifecycle", "deprecatedReason"],
      before: { lifecycle: "active", deprecatedReason: null },
      after: { lifecycle: "deprecated", deprecatedReason: "stale" },
      batchId: done.ok && done.value.batchId,
    });
  });

  it("needs a reason, and says so at its field", async () => {
    const memory = await seedMemory(database.db);
    const refused = await deprecateMemories(database.db, { selection: picked(memory), reason: "  " }, ada);
    expect(!refused.ok && refused.error.fields?.["reason"]?.[0]).toMatch(/Enter a reason/);
  });

  it("keeps the first reason of what is deprecated already", async () => {
    const first = await seedMemory(database.db);
    const second = await seedMemory(database.db);
    await deprecateMemories(database.db, { selection: picked(first), reason: "first" }, ada);
    const done = await deprecateMemories(
      database.db,
      { selection: picked(first, second), reason: "again" },
      ada,
    );
    expect(done).toMatchObject({ value: { changed: 1, unchanged: 1 } });
    expect(await read(first)).toMatchObject({ deprecatedReason: "first", version: 2 });
  });

  it("only counts on a dry run", async () => {
    const memory = await seedMemory(database.db);
    const input = { selection: picked(memory), reason: "stale", dryRun: true };
    expect(await deprecateMemories(database.db, input, ada)).toEqual({
      ok: true,
      value: { batchId: null, changed: 1, unchanged: 0 },
    });
    expect((await read(memory)).lifecycle).toBe("active");
  });

  it("takes a whole filter, when it holds as many as were seen", async () => {
    const memories = [];
    for (let i = 0; i < 3; i++)
      memories.push(await seedMemory(database.db, insightDraft({ tags: ["whole"] })));
    const selection = { filter: "tag=whole", expectedCount: 2 };
    expect(await deprecateMemories(database.db, { selection, reason: "r" }, ada)).toMatchObject({
      error: { code: "conflict", message: expect.stringContaining("now matches 3 memories, not 2") },
    });
    const done = await deprecateMemories(
      database.db,
      { selection: { ...selection, expectedCount: 3 }, reason: "r" },
      ada,
    );
    expect(done).toMatchObject({ value: { changed: 3 } });
    const batches = await Promise.all(
      memories.map(async (memory) => (await read(memory)).revisions[1]?.batchId),
    );
    expect(new Set(batches)).toEqual(new Set([done.ok && done.value.batchId]));
  });

  it("refuses a filter that it cannot read, for it would mean every memory", async () => {
    const selection = { filter: "tga=whole", expectedCount: 3 };
    expect(await deprecateMemories(database.db, { selection, reason: "r" }, ada)).toMatchObject({
      error: { code: "invalid" },
    });
  });
});

describe("restoreMemories and promoteMemories", () => {
  it("bring a deprecated memory back without its reason, and leave candidates alone", async () => {
    const memory = await seedMemory(database.db);
    const candidate = await seedMemory(database.db, insightDraft({ lifecycle: "candidate" }));
    await deprecateMemories(database.db, { selection: picked(memory), reason: "stale" }, ada);
    const done = await restoreMemories(database.db, { selection: picked(memory, candidate) }, ada);
    expect(done).toMatchObject({ value: { changed: 1, unchanged: 1 } });
    expect(await read(memory)).toMatchObject({ lifecycle: "active", deprecatedReason: null, version: 3 });
    expect((await read(memory)).revisions[2]).toMatchObject({ kind: "restore", reason: null });
  });

  it("promote only candidates: a deprecated memory stays deprecated", async () => {
    const candidate = await seedMemory(database.db, insightDraft({ lifecycle: "candidate" }));
    const deprecated = await seedMemory(database.db, insightDraft({ lifecycle: "deprecated" }));
    const done = await promoteMemories(
      database.db,
      { selection: picked(candidate, deprecated), reason: "read twice" },
      ada,
    );
    expect(done).toMatchObject({ value: { changed: 1, unchanged: 1 } });
    expect((await read(candidate)).revisions[1]).toMatchObject({ kind: "promote", reason: "read twice" });
    expect((await read(deprecated)).lifecycle).toBe("deprecated");
  });
});

describe("setValidity", () => {
  it("sets, keeps and clears the ends", async () => {
    const memory = await seedMemory(database.db);
    const selection = picked(memory);
    await setValidity(database.db, { selection, validFrom: "2026-01-01", validUntil: "2026-12-31" }, ada);
    expect(await read(memory)).toMatchObject({
      validFrom: new Date("2026-01-01T00:00:00Z"),
      validUntil: new Date("2027-01-01T00:00:00Z"),
    });
    await setValidity(database.db, { selection, validUntil: null }, ada);
    expect(await read(memory)).toMatchObject({
      validFrom: new Date("2026-01-01"),
      validUntil: null,
      version: 3,
    });
    expect((await read(memory)).revisions[2]).toMatchObject({
      changedFields: ["validUntil"],
      before: { validUntil: "2027-01-01T00:00:00.000Z" },
    });
  });

  it.each([
    { why: "an end before the start", input: { validFrom: "2026-05-01", validUntil: "2026-04-01" } },
    { why: "an empty window", input: { validFrom: "2026-05-01", validUntil: "2026-05-01T00:00:00Z" } },
    { why: "no date", input: { validUntil: "soon" } },
    { why: "a slip of the year", input: { validUntil: "0026-01-01" } },
    { why: "neither end", input: {} },
  ])("refuses $why", async ({ input }) => {
    const memory = await seedMemory(database.db);
    const refused = await setValidity(database.db, { selection: picked(memory), ...input }, ada);
    expect(!refused.ok && refused.error.fields?.["validUntil"]).toHaveLength(1);
  });

  it("refuses an end before the start that a memory already has, and changes none", async () => {
    const free = await seedMemory(database.db);
    const bound = await seedMemory(database.db, insightDraft({ validFrom: new Date("2027-01-01") }));
    const input = { selection: picked(free, bound), validUntil: "2026-12-01" };
    expect(await setValidity(database.db, input, ada)).toMatchObject({ error: { code: "invalid" } });
    expect((await read(free)).validUntil).toBeNull();
  });
});

describe("tagMemories", () => {
  it("adds and removes, each memory from its own tags", async () => {
    const one = await seedMemory(database.db, insightDraft({ tags: ["git", "old"] }));
    const two = await seedMemory(database.db, insightDraft({ tags: ["npm"] }));
    const input = { selection: picked(one, two), add: ["npm"], remove: ["old"] };
    expect(await tagMemories(database.db, input, ada)).toMatchObject({ value: { changed: 1, unchanged: 1 } });
    expect((await read(one)).tags).toEqual(["git", "npm"]);
    expect((await read(two)).version).toBe(1);
  });

  it("refuses a tag with a comma: the URL separates tags by it", async () => {
    const memory = await seedMemory(database.db);
    const refused = await tagMemories(database.db, { selection: picked(memory), add: ["a,b"] }, ada);
    expect(!refused.ok && refused.error.fields?.["add.0"]).toEqual(["A tag can't contain a comma"]);
  });
});

it("two changes of one memory at once both leave their revision", async () => {
  const memory = await seedMemory(database.db);
  const tags = ["a", "b", "c", "d"];
  await Promise.all(
    tags.map((tag) => tagMemories(database.db, { selection: picked(memory), add: [tag] }, ada)),
  );
  const now = await read(memory);
  expect([...now.tags].sort()).toEqual(tags);
  expect(now.revisions.map((revision) => revision.version)).toEqual([1, 2, 3, 4, 5]);
});
