import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { insightDraft, seedMemory } from "#lib/testing/memories.ts";
import { countFacets } from "./facets.ts";
import { searchQuery } from "./filter-sql.ts";
import { countMemories, listMemories } from "./queries.ts";
import { everyMemory, type MemoryFilter } from "./search-params.ts";

const database = testDatabase();
const at = new Date("2026-06-15T12:00:00Z");
const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000);

beforeAll(async () => {
  const { db } = database;
  await seedMemory(db, insightDraft({ title: "Pin the lockfile", tags: ["npm", "ci"], generator: "gpt-5" }));
  await seedMemory(
    db,
    insightDraft({ title: "Check lib/parse_config.ts first", benchmarkName: "aider", validUntil: day(10) }),
  );
  await seedMemory(db, insightDraft({ title: "Old habit", benchmarkName: "aider", validUntil: day(-1) }));
  await seedMemory(db, insightDraft({ title: "Future rule", validFrom: day(3), lifecycle: "candidate" }));
  await seedMemory(db, {
    ...insightDraft(),
    type: "workflow",
    content: { goal: "Straße äöü rebuild the index", steps: ["make index"] },
    outcome: "failed",
    tags: ["ci"],
    lifecycle: "deprecated",
  });
});

async function titles(filter: Partial<MemoryFilter>): Promise<string[]> {
  const { rows, total } = await listMemories(database.db, { ...filter, sort: "title", order: "asc", at });
  expect(total).toBe(rows.length);
  return rows.map((row) => row.title);
}

describe("searchQuery", () => {
  it.each([
    { why: "each word may be unfinished", q: "pin lock", query: "'pin':* & 'lock':*" },
    {
      why: "punctuation is a break",
      q: "lib/parse_config.ts",
      query: "'lib':* & 'parse':* & 'config':* & 'ts':*",
    },
    { why: "operators and quotes mean nothing", q: "a' | !b:* <-> (c)", query: "'a':* & 'b':* & 'c':*" },
    { why: "no word at all", q: " ;-- ' ", query: null },
  ])("$why", ({ q, query }) => {
    expect(searchQuery(q)).toBe(query);
  });
});

describe("listMemories", () => {
  it.each<{ why: string; filter: Partial<MemoryFilter>; expected: string[] }>([
    {
      why: "search finds the start of words in any order",
      filter: { q: "lockf pin" },
      expected: ["Pin the lockfile"],
    },
    {
      why: "search finds parts of a path",
      filter: { q: "config.ts" },
      expected: ["Check lib/parse_config.ts first"],
    },
    {
      why: "search finds words with marks",
      filter: { q: "ÄÖÜ straß" },
      expected: ["Straße äöü rebuild the index"],
    },
    { why: "search text without a word finds nothing, not everything", filter: { q: "';--" }, expected: [] },
    {
      why: "values of one facet widen",
      filter: { tag: ["npm", "ci"] },
      expected: ["Pin the lockfile", "Straße äöü rebuild the index"],
    },
    {
      why: "facets narrow each other",
      filter: { tag: ["ci"], type: ["insight"] },
      expected: ["Pin the lockfile"],
    },
    { why: "expired", filter: { validity: ["expired"] }, expected: ["Old habit"] },
    {
      why: "expiring within 30 days is still valid",
      filter: { validity: ["expiring"] },
      expected: ["Check lib/parse_config.ts first"],
    },
    { why: "not yet valid", filter: { validity: ["not-yet-valid"] }, expected: ["Future rule"] },
    { why: "an id that is none finds nothing", filter: { ids: ["no-uuid"] }, expected: [] },
    { why: "a generator", filter: { generator: ["gpt-5"] }, expected: ["Pin the lockfile"] },
  ])("$why", async ({ filter, expected }) => {
    expect(await titles(filter)).toEqual(expected);
  });

  it("pages without gap or overlap, and counts all", async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listMemories(database.db, { sort: "type", page, pageSize: 2, at })),
    );
    expect(pages.map((page) => page.total)).toEqual([5, 5, 5]);
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size).toBe(5);
  });

  it("puts memories without an end last in either order", async () => {
    for (const order of ["asc", "desc"] as const) {
      const { rows } = await listMemories(database.db, { sort: "validUntil", order, at });
      expect(rows.slice(2).every((row) => row.validUntil === null)).toBe(true);
    }
  });

  it("sorts by what was measured, the unmeasured last in either order, findings of the version that is there", async () => {
    const { db } = database;
    const space = await db.embeddingSpace.create({
      data: { provider: "imported", model: "m", dimensions: 2, active: true },
    });
    const byName = (title: string) => db.memory.findFirstOrThrow({ where: { title } });
    const [pin, habit] = [await byName("Pin the lockfile"), await byName("Old habit")];
    const common = { spaceId: space.id, label: "benchmark", perplexity: 30, inputHash: "h" };
    await db.memoryMeasure.createMany({
      data: [
        { ...common, memoryId: pin.id, lisi: 3.5, invariantShare: 0.25 },
        { ...common, memoryId: habit.id, lisi: 1.5, invariantShare: 0.75 },
        { ...common, memoryId: pin.id, lisi: 9, invariantShare: 0, label: "outcome" },
      ],
    });
    const finding = { rule: "r", severity: "info", message: "m", field: "title", spanStart: 0, spanEnd: 1 };
    await db.lintFinding.createMany({
      data: [1, 2].map((version) => ({ ...finding, memoryId: pin.id, memoryVersion: version })),
    });
    const first = async (sort: "lisi" | "invariantShare" | "lint", order: "asc" | "desc") =>
      (await listMemories(db, { sort, order, at })).rows[0];
    expect(await first("lisi", "desc")).toMatchObject({ id: pin.id, lisi: 3.5, lintFindings: 1 });
    expect(await first("lisi", "asc")).toMatchObject({ id: habit.id, lisi: 1.5, lintFindings: 0 });
    expect(await first("invariantShare", "desc")).toMatchObject({ id: habit.id, invariantShare: 0.75 });
    expect(await first("lint", "desc")).toMatchObject({ id: pin.id });
    await db.lintFinding.deleteMany();
    const { rows } = await listMemories(db, { sort: "lisi", order: "asc", at });
    expect(rows.at(-1)).toMatchObject({ lisi: null, invariantShare: null });
  });

  it("says why a memory is not servable, and sorts by uses", async () => {
    const { rows } = await listMemories(database.db, { sort: "retrievals", at });
    const byTitle = new Map(rows.map((row) => [row.title, row]));
    expect(byTitle.get("Old habit")?.ineligible).toBe("expired");
    expect(byTitle.get("Future rule")?.ineligible).toBe("candidate");
    expect(byTitle.get("Pin the lockfile")).toMatchObject({ ineligible: null, retrievals: 0, version: 1 });
  });

  it("counts a filter without listing it", async () => {
    expect(await countMemories(database.db, { benchmark: ["aider"] }, at)).toBe(2);
  });
});

describe("countFacets", () => {
  it("counts everything when nothing is chosen", async () => {
    const counts = await countFacets(database.db, everyMemory, at);
    expect(counts.type).toEqual([
      { value: "insight", count: 4 },
      { value: "workflow", count: 1 },
    ]);
    expect(counts.tag).toEqual([
      { value: "ci", count: 2 },
      { value: "npm", count: 1 },
    ]);
    expect(Object.fromEntries(counts.validity.map((entry) => [entry.value, entry.count]))).toEqual({
      valid: 3,
      expiring: 1,
      expired: 1,
      "not-yet-valid": 1,
    });
  });

  it("narrows other facets by a choice, never its own", async () => {
    const counts = await countFacets(database.db, { benchmark: ["aider"] }, at);
    expect(counts.benchmark).toEqual([
      { value: "swebench", count: 3 },
      { value: "aider", count: 2 },
    ]);
    expect(counts.type).toEqual([{ value: "insight", count: 2 }]);
    expect(counts.generator).toEqual([]);
  });

  it("filters and counts by the rules that memories break as they are now", async () => {
    const { rows } = await listMemories(database.db, { tag: ["npm"], at });
    const found = { memoryId: rows[0]?.id ?? "", rule: "names-file", severity: "warning", message: "m" };
    const place = { field: "title", spanStart: 0, spanEnd: 3 };
    await database.db.lintFinding.createMany({
      data: [1, 1, 0].map((memoryVersion) => ({ ...found, ...place, memoryVersion })),
    });
    const counts = await countFacets(database.db, everyMemory, at);
    expect(counts.lint).toEqual([{ value: "names-file", count: 1 }]);
    expect(await titles({ lint: ["names-file"] })).toEqual(["Pin the lockfile"]);
  });

  it("keeps a chosen value that counts nothing, so that it can be unchosen", async () => {
    const counts = await countFacets(database.db, { q: "lockfile", lifecycle: ["deprecated"] }, at);
    expect(counts.lifecycle).toEqual([
      { value: "active", count: 1 },
      { value: "deprecated", count: 0 },
    ]);
  });
});
