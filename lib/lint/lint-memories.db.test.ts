import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { getMemory } from "#lib/memories/detail.ts";
import { deprecateMemories } from "#lib/memories/verbs/deprecate-memories.ts";
import { tagMemories } from "#lib/memories/verbs/tag-memories.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { lintJob } from "./lint-job.ts";
import { lintMemories } from "./lint-memories.ts";
import { countFindings } from "./lint-sql.ts";
import { listFindings } from "./queries.ts";
import { requestLint } from "./request-lint.ts";

const database = testDatabase();
const ada = { name: "ada", role: "editor" } as const;
const rae = { name: "rae", role: "reader" } as const;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const { db } = database;
  const space = await db.embeddingSpace.create({
    data: { provider: "lexical", model: "m", dimensions: 2, active: true },
  });
  const vectors = { file: [1, 0], twin: [0.99, 0.05], other: [0, 1], gone: [1, 0], stale: [1, 0] };
  for (const [name, vector] of Object.entries(vectors)) {
    const title = name === "file" ? "Read setup.py first" : `Say ${name}`;
    // Short, so that only the vectors tell which ones are alike.
    const content = { title, description: "Now", content: `Look ${name}` };
    const { id } = await seedMemory(db, insightDraft({ content } as object));
    ids[name] = id;
    await db.$executeRaw`
      INSERT INTO "Embedding" ("memoryId", "spaceId", "textHash", "stale", "vector")
      VALUES (${id}::uuid, ${space.id}::uuid, 'h', ${name === "stale"}, ${JSON.stringify(vector)}::vector)`;
  }
  await deprecateMemories(db, { selection: { ids: [ids["gone"] ?? ""] }, reason: "r" }, ada);
});

describe("lintMemories", () => {
  it("stores findings of every memory in service, pairs from both sides", async () => {
    const shares: number[] = [];
    const done = await lintMemories(database.db, {}, ada, { progress: (share) => shares.push(share) });
    expect(done).toEqual({
      ok: true,
      value: { memories: 4, findings: 3, byRule: { "names-file": 1, "near-duplicate": 2 } },
    });
    expect(shares.at(-1)).toBe(1);
    const { rows } = await listFindings(database.db);
    expect(rows.map((row) => [row.rule, row.memoryId])).toEqual([
      ["names-file", ids["file"]],
      ["near-duplicate", ids["file"]],
      ["near-duplicate", ids["twin"]],
    ]);
    expect(rows[0]).toMatchObject({ field: "title", span: [5, 13], severity: "warning" });
    expect(rows[1]?.message).toContain(ids["twin"]);
  });

  it("replaces what it found before, and only what it was asked for", async () => {
    await lintMemories(database.db, {}, ada);
    await lintMemories(database.db, { rule: "names-file" }, ada);
    await lintMemories(database.db, { ids: [ids["other"] ?? ""] }, ada);
    expect(await listFindings(database.db)).toMatchObject({ total: 3 });
    expect(await listFindings(database.db, { rule: "names-file" })).toMatchObject({ total: 1 });
    expect(await listFindings(database.db, { memoryId: ids["twin"] })).toMatchObject({ total: 1 });
    expect(await countFindings(database.db)).toEqual([
      { rule: "near-duplicate", memories: 2 },
      { rule: "names-file", memories: 1 },
    ]);
  });

  it("leaves out findings of a version that is no more", async () => {
    const id = ids["twin"] ?? "";
    await tagMemories(database.db, { selection: { ids: [id] }, add: ["x"] }, ada);
    expect(await listFindings(database.db)).toMatchObject({ total: 2 });
    expect((await getMemory(database.db, id))?.findings).toEqual([]);
    await lintMemories(database.db, { ids: [id] }, ada);
    expect((await getMemory(database.db, id))?.findings).toHaveLength(1);
  });

  it("rejects a reader and a rule that is none", async () => {
    expect(await lintMemories(database.db, {}, rae)).toMatchObject({ error: { code: "forbidden" } });
    const unknown = await lintMemories(database.db, { rule: "spelling" as "expired" }, ada);
    expect(!unknown.ok && unknown.error.message).toContain("names-file");
  });
});

it("finds a rewording under another title, whatever the vectors say", async () => {
  const words = "List the unit of every column before joining, and convert all of them to one system first.";
  const draft = (title: string, content: string) =>
    insightDraft({ content: { title, description: "When tables are combined", content } } as object);
  const one = await seedMemory(database.db, draft("Units", words));
  const two = await seedMemory(database.db, draft("Check columns", words.replace("first", "beforehand")));
  await lintMemories(database.db, { rule: "near-duplicate", ids: [one.id] }, ada);
  const { rows } = await listFindings(database.db, { memoryId: one.id });
  expect(rows).toMatchObject([{ rule: "near-duplicate", message: expect.stringContaining(two.id) }]);
  expect(await listFindings(database.db, { memoryId: two.id })).toMatchObject({ total: 0 });
});

describe("the lint job", () => {
  it("is queued by an editor only, with its input", async () => {
    expect(await requestLint(database.db, {}, rae)).toMatchObject({ error: { code: "forbidden" } });
    const queued = await requestLint(database.db, { rule: "expired" }, ada);
    const id = (queued.ok && queued.value.jobId) || "";
    expect(await database.db.job.findUnique({ where: { id } })).toMatchObject({
      kind: "lint",
      input: { rule: "expired" },
    });
  });

  it("runs, and stops when it is told to", async () => {
    const stop = new AbortController();
    const context = { jobId: "j", actor: ada, signal: stop.signal, progress: () => undefined };
    expect(await lintJob(database.db, {}, context)).toMatchObject({ ok: true, value: { memories: 6 } });
    stop.abort(new Error("canceled"));
    await expect(lintJob(database.db, {}, context)).rejects.toThrow("canceled");
  });
});

describe("at the edges", () => {
  it("a stopped run leaves the findings of the one before", async () => {
    const { db } = database;
    await lintMemories(db, {}, ada);
    const before = await listFindings(db);
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(lintMemories(db, {}, ada, { signal })).rejects.toThrow("canceled");
    expect(await listFindings(db)).toEqual(before);
  });

  it("finds the same whenever it is asked, one after the other or two at once", async () => {
    const { db } = database;
    const found = async () =>
      (await listFindings(db)).rows.map(({ memoryId, rule, field }) => [memoryId, rule, field]);
    await lintMemories(db, {}, ada);
    const once = await found();
    await lintMemories(db, {}, ada);
    expect(await found()).toEqual(once);
  });

  it.each([
    ["an id that is none", { ids: ["1"] }],
    ["an option there is not", { everything: true }],
    ["a rule that only objects have", { rule: "constructor" }],
  ])("refuses %s, and keeps what it found", async (_what, input) => {
    const before = await listFindings(database.db);
    expect(await lintMemories(database.db, input as object, ada)).toMatchObject({
      error: { code: "invalid" },
    });
    expect(await listFindings(database.db)).toEqual(before);
  });

  it("has nothing to say of nobody", async () => {
    const nobody = { ids: ["00000000-0000-7000-8000-000000000000"] };
    expect(await lintMemories(database.db, nobody, ada)).toEqual({
      ok: true,
      value: { memories: 0, findings: 0, byRule: {} },
    });
    expect(await lintMemories(database.db, { ids: [] }, ada)).toMatchObject({ value: { memories: 0 } });
  });

  it("takes the findings of a deprecated memory away", async () => {
    const { db } = database;
    const { id } = await seedMemory(db, insightDraft({ title: "Open setup.cfg and conftest.py" }));
    await lintMemories(db, { ids: [id] }, ada);
    expect((await listFindings(db, { memoryId: id })).total).toBe(2);
    await deprecateMemories(db, { selection: { ids: [id] }, reason: "r" }, ada);
    await lintMemories(db, { ids: [id] }, ada);
    expect(await db.lintFinding.count({ where: { memoryId: id } })).toBe(0);
  });
});
