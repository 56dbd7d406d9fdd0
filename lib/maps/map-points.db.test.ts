import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { encodeCoordinates } from "./coordinates.ts";
import { getMapPoints } from "./map-points.ts";

const database = testDatabase();

async function insertMemory(key: string, lifecycle: "active" | "deprecated"): Promise<string> {
  const memory = await database.db.memory.create({
    data: {
      type: "insight",
      benchmark: { connectOrCreate: { where: { name: "DevEval" }, create: { name: "DevEval" } } },
      taskName: key,
      task: "Fix it.",
      outcome: "passed",
      content: {},
      title: key,
      searchText: key,
      sourceFormat: "test",
      importKey: key,
      importedHash: key,
      contentHash: key,
      lifecycle,
    },
  });
  return memory.id;
}

it("joins stored coordinates with what the memories are now", async () => {
  const ids = [await insertMemory("a", "active"), await insertMemory("b", "deprecated")];
  const gone = "00000000-0000-7000-8000-000000000000";
  const space = await database.db.embeddingSpace.create({
    data: { provider: "lexical", model: "test", dimensions: 2 },
  });
  const projection = await database.db.projection.create({
    data: {
      spaceId: space.id,
      type: "insight",
      algorithm: "umap",
      params: {},
      seed: 1,
      inputHash: "h",
      count: 3,
      // Another order than that of the ids, and one memory that is no more.
      memoryIds: [ids[1] ?? "", gone, ids[0] ?? ""],
      coordinates: encodeCoordinates(Float32Array.of(1, 2, 3, 10, 20, 30)),
      versions: {},
      seconds: 0,
    },
  });
  await database.db.memory.update({
    where: { id: ids[0] ?? "" },
    data: { tags: ["b", "a"], generator: "g" },
  });
  const effects = new Map([
    [ids[0] ?? "", { effect: -0.5, q: 0.01, tasks: 7, gained: 1, lost: 3, verdict: "harmful" as const }],
  ]);
  const points = await getMapPoints(database.db, projection.id, { effects });
  // Unknown is NaN; what is counted is 0.
  expect([...(points?.numbers.effect ?? [])]).toEqual([Number.NaN, -50]);
  expect([...(points?.numbers.effectQ ?? [])]).toEqual([Number.NaN, Math.fround(0.01)]);
  expect([...(points?.numbers.effectTasks ?? [])]).toEqual([Number.NaN, 7]);
  expect(points?.categories.verdict.names).toEqual(["(not shown)", "harmful"]);
  expect([...(points?.numbers.netTasks ?? [])]).toEqual([Number.NaN, -2]);
  expect([...(points?.numbers.lisi ?? [])]).toEqual([Number.NaN, Number.NaN]);
  expect([...(points?.numbers.retrievals ?? [])]).toEqual([0, 0]);
  expect([...(points?.numbers.ageDays ?? [])]).toEqual([0, 0]);
  expect(points?.categories.tags.names).toEqual(["(none)", "a, b"]);
  expect(points?.categories.generator.names).toEqual(["(unknown)", "g"]);
  expect(points?.ids).toEqual([ids[1], ids[0]]);
  expect(points?.x).toEqual(Float32Array.of(1, 3));
  expect(points?.y).toEqual(Float32Array.of(10, 30));
  expect(points?.categories.lifecycle).toEqual({
    names: ["active", "deprecated"],
    codes: Uint8Array.of(1, 0),
  });
  expect(points?.categories.benchmark.names).toEqual(["DevEval"]);
});

it.each([
  ["an unknown id", "00000000-0000-7000-8000-000000000001"],
  ["what is no id", "../../etc/passwd"],
])("is null for %s", async (_why, id) => {
  expect(await getMapPoints(database.db, id)).toBeNull();
});
