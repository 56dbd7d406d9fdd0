import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { listMemories } from "#lib/memories/queries.ts";
import { loadMemorySearchParams } from "#lib/memories/search-params.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { getAttention } from "./attention.ts";
import { attentionGroups } from "./attention-groups.ts";
import { memoryRow } from "./testing.ts";

const test = testDatabase();
const now = new Date("2026-05-01T00:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

beforeAll(async () => {
  const { db } = test;
  await db.benchmark.create({ data: { name: "DevEval" } });
  await db.memory.createMany({
    data: [
      memoryRow("reviewed", { tags: ["review", "shell"] }),
      memoryRow("expired", { validUntil: day("2026-04-01") }),
      memoryRow("expired but deprecated", {
        lifecycle: "deprecated",
        tags: ["review"],
        validUntil: day("2026-04-01"),
      }),
      memoryRow("ends at this very moment", { validUntil: now }),
      memoryRow("ends in a week", { validUntil: day("2026-05-08") }),
      memoryRow("ends on the last day", { validUntil: day("2026-05-31") }),
      memoryRow("ends a day too late", { validUntil: day("2026-06-01") }),
      memoryRow("not yet begun", { validFrom: day("2026-05-02"), validUntil: day("2026-05-03") }),
      ...["c1", "c2", "c3", "c4"].map((key, index) =>
        memoryRow(key, { lifecycle: "candidate", createdAt: day(`2026-04-0${index + 1}`) }),
      ),
    ],
  });
  const [first] = await db.memory.findMany({ where: { importKey: "reviewed" } });
  const finding = { memoryId: first?.id ?? "", memoryVersion: 1, message: "m", field: "f", spanStart: 0 };
  await db.lintFinding.createMany({
    data: [
      { ...finding, rule: "r1", severity: "error", spanEnd: 1 },
      { ...finding, rule: "r2", severity: "error", spanEnd: 2 },
      { ...finding, rule: "r3", severity: "warning", spanEnd: 1 },
      // Of a text that is no longer there.
      { ...finding, rule: "r4", severity: "error", spanEnd: 1, memoryVersion: 0 },
    ],
  });
  const job = { kind: "lint", input: {}, actor: "ada" };
  await db.job.createMany({
    data: [
      { ...job, state: "failed", error: "Out of memory.", finishedAt: day("2026-04-30") },
      { ...job, state: "failed", finishedAt: day("2026-03-01") },
      { ...job, state: "running" },
    ],
  });
  await db.generation.create({ data: { type: "insight", state: "pending", actor: "ada" } });
});

describe("what needs attention", () => {
  it("is counted, with the first three of each kind and the number that decides", async () => {
    const { db } = test;
    const { suspects, candidates, expiring, lintErrors, failedJobs, others } = await getAttention(db, now);
    expect(suspects).toEqual({ count: 0, harmful: 0, tested: 0, signs: 0, first: [] });
    expect(candidates.count).toBe(4);
    expect(candidates.first.map(({ title }) => title)).toEqual(["Title c1", "Title c2", "Title c3"]);
    expect(expiring.count).toBe(2);
    expect(expiring.first.map(({ title }) => title)).toEqual([
      "Title ends in a week",
      "Title ends on the last day",
    ]);
    expect(lintErrors).toMatchObject({
      count: 1,
      first: [{ title: "Title reviewed", findings: 2, rule: "r1" }],
    });
    expect(failedJobs).toMatchObject({
      count: 1,
      first: [{ title: "Lint memories", error: "Out of memory." }],
    });
    expect(others).toEqual({
      expired: 2,
      staleEmbeddings: 0,
      missingEmbeddings: 11,
      // The one with a warning has errors too.
      lintWarnings: 0,
      pendingDrafts: 1,
      inReview: 1,
    });
  });

  it("links to exactly the memories that it counts", async () => {
    const { db } = test;
    const attention = await getAttention(db, now);
    for (const [kind, word] of [
      ["candidates", "candidate"],
      ["expiring", "expire"],
      ["lintErrors", "lint errors"],
    ] as const) {
      const group = attentionGroups(attention, now).groups.find(({ text }) => text.includes(word));
      const params = loadMemorySearchParams(new URL(group?.href ?? "", "http://localhost").searchParams);
      const { rows, total } = await listMemories(db, { ...params, at: now });
      expect(total, word).toBe(attention[kind].count);
      expect(rows[0]?.id, word).toBe(attention[kind].first[0]?.id);
    }
  });

  it("holds suspects by q, until they are deprecated", async () => {
    const { db } = test;
    const harmful = await createTestMemory(db, { title: "Skip the tests", benchmarkName: "gym" });
    const innocent = await createTestMemory(db, { title: "Read the error", benchmarkName: "gym" });
    const names = Array.from({ length: 60 }, (_, index) => `t${index}`);
    const outcomes = (of: (index: number) => string) => ({
      swe: Object.fromEntries(names.map((name, index) => [name, of(index)])),
    });
    await createTestRun(db, {
      name: "base",
      createdAt: day("2026-01-01"),
      tasks: outcomes((index) => (index % 2 ? "ppf" : "pff")),
    });
    const run = await createTestRun(db, {
      name: "memory",
      arm: "memory",
      createdAt: day("2026-01-02"),
      tasks: outcomes((index) => (index < 8 ? "fff" : index % 2 ? "pff" : "ppf")),
    });
    await db.retrieval.createMany({
      data: names.flatMap((name, index) =>
        [1, 2, 3].map((attempt) => ({
          trialId: run.trialId(`swe/${name}/${attempt}`),
          memoryId: index < 8 ? harmful : innocent,
          rank: 1,
          similarity: 0.7,
          query: "q",
          shown: {},
        })),
      ),
    });
    const { suspects } = await getAttention(db, now);
    expect(suspects).toMatchObject({
      count: 1,
      harmful: 1,
      signs: 1,
      first: [{ id: harmful, title: "Skip the tests", verdict: "harmful" }],
    });
    expect(suspects.first[0]?.q).toBeLessThan(0.05);
    await db.memory.update({ where: { id: harmful }, data: { lifecycle: "deprecated" } });
    expect((await getAttention(db, now)).suspects.count).toBe(0);
  });
});
