import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";

const database = testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carryover-vectors-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Vectors = [model: string, vector: number[]][];

async function counts(vectors: Vectors, { dryRun = false, content = "c" } = {}) {
  const path = join(folder, "pool.jsonl");
  const row = {
    type: "insight",
    benchmark: "toy",
    content: { title: "Vectors come later", description: "d", content },
    id: "with-vectors",
    embeddings: vectors.map(([model, vector]) => ({ model, dimensions: vector.length, vector })),
  };
  await writeFile(path, JSON.stringify(row));
  const { memories, vectors: counted, plan } = await importAt(database.db, path, { dryRun });
  expect(plan[0]?.counts.vectors).toEqual(counted);
  const said = ({ created, updated, unchanged }: typeof counted) => [created, updated, unchanged];
  return [said(memories), said(counted)];
}

it("counts the vectors that a pool brings, also where it brings nothing else", async () => {
  const one: Vectors = [["toy-space", [1, 2, 3]]];
  const two: Vectors = [
    ["toy-space", [3, 2, 1]],
    ["later-space", [1, 2]],
  ];
  expect(await counts([])).toEqual([
    [1, 0, 0],
    [0, 0, 0],
  ]);
  expect(await counts(one, { dryRun: true })).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(await database.db.embedding.count()).toBe(0);
  expect(await counts(one)).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(await database.db.embedding.count()).toBe(1);
  expect(await counts(one)).toEqual([
    [0, 0, 1],
    [0, 0, 1],
  ]);
  expect(await counts(two)).toEqual([
    [0, 0, 1],
    [1, 1, 0],
  ]);
  expect(await database.db.embedding.count()).toBe(2);
  expect(await counts(two)).toEqual([
    [0, 0, 1],
    [0, 0, 2],
  ]);
  expect(await counts(two, { content: "new" })).toEqual([
    [0, 1, 0],
    [0, 2, 0],
  ]);
});
