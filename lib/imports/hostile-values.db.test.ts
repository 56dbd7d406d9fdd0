import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { jsonLines } from "#lib/testing/parse-source.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fine = { type: "insight", benchmark: "b", content: { title: "t", description: "d", content: "c" } };
const vector = (...numbers: number[]) => ({
  embeddings: [{ model: "m", dimensions: numbers.length, vector: numbers }],
});
const deep = (levels: number): unknown => (levels === 0 ? "end" : [deep(levels - 1)]);

const REJECTED: [string, object][] = [
  ["a number beyond 32-bit floats", vector(1e39, 1)],
  ["a vector of zeros", vector(0, 0)],
  ["a vector too long for its column", vector(...Array.from({ length: 16_001 }, () => 1))],
  ["a year before 1", { validFrom: "-000001-01-01T00:00:00Z" }],
  ["a year after 9999", { validUntil: "+275760-09-13T00:00:00Z" }],
  ["a benchmark too long for an index", { benchmark: randomText(9000) }],
  [
    "a model too long for an index",
    { embeddings: [{ model: randomText(9000), dimensions: 1, vector: [1] }] },
  ],
];
const KEPT: [string, object][] = [
  ["the first time", { validFrom: "0001-01-01T00:00:00Z" }],
  ["the last time", { validUntil: "9999-12-31T23:59:59.999Z" }],
  ["the smallest numbers", vector(1e-45, 3.4e38)],
  ["an id too long for an index", { id: randomText(9000) }],
  ["a text too long for the words of a search", { task: randomText(3_000_000) }],
  ["NUL where a vector could stand", { tags: ["\u0000"], generator: "\u0000" }],
  ["an unknown field, deep", { extra: deep(150) }],
];

/** Text that no compression shortens, the same every time. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  }).join("");
}

it("ends no import for one value: bad rows are rejected with their line, the others are written", async () => {
  const rows = [...REJECTED, ...KEPT].map(([title, wrong]) => ({
    ...fine,
    content: { ...fine.content, title },
    ...wrong,
  }));
  const path = join(folder, "pool.jsonl");
  await writeFile(path, jsonLines(...rows));
  const result = await importPaths(database.db, [path], {}, { actor });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.memories).toEqual({
    created: KEPT.length,
    updated: 0,
    unchanged: 0,
    rejected: REJECTED.length,
  });
  const lines = result.value.problems.map(({ line }) => line);
  for (const [index] of REJECTED.entries()) expect(lines).toContain(index + 1);
  const stored = await database.db.memory.findMany({
    select: { title: true, validFrom: true, validUntil: true },
  });
  const byTitle = new Map(stored.map((memory) => [memory.title, memory]));
  expect(stored.map(({ title }) => title).sort()).toEqual(KEPT.map(([title]) => title).sort());
  expect(byTitle.get("the first time")?.validFrom?.toISOString()).toBe("0001-01-01T00:00:00.000Z");
  expect(byTitle.get("the last time")?.validUntil?.toISOString()).toBe("9999-12-31T23:59:59.999Z");
  const again = await importPaths(database.db, [path], {}, { actor });
  expect(again).toMatchObject({ value: { memories: { created: 0, updated: 0, unchanged: KEPT.length } } });
});

it("keeps a trial whose measurements can't be stored, and says which were left out", async () => {
  const trial = {
    id: "1",
    task_name: "t",
    trial_name: "t__a",
    agent_result: { cost_usd: -1, n_input_tokens: 3_000_000_000, n_output_tokens: 1 },
    verifier_result: { rewards: { reward: 1e308 } },
    started_at: "+275760-09-13T00:00:00Z",
    finished_at: "2026-02-30T00:00:00Z",
  };
  const path = join(folder, "result.json");
  await writeFile(path, JSON.stringify(trial));
  const result = await importPaths(database.db, [path], {}, { actor });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.trials).toMatchObject({ created: 1 });
  expect(result.value.problems.map(({ field }) => field)).toEqual([
    "started_at",
    "finished_at",
    "agent_result.cost_usd",
    "agent_result.n_input_tokens",
  ]);
  expect(await database.db.trial.findFirstOrThrow()).toMatchObject({
    costUsd: null,
    inputTokens: null,
    outputTokens: 1,
    reward: 1e308,
    startedAt: null,
  });
});
