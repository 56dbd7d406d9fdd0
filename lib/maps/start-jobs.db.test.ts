import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { startPlacement, startProjection } from "./start-jobs.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;

it("queues a map with its seed and parameters", async () => {
  const started = await startProjection(database.db, { types: ["insight"], seed: 7 }, actor);
  const job = await database.db.job.findUnique({ where: { id: started.ok ? started.value.jobId : "" } });
  expect(job).toMatchObject({
    kind: "project",
    input: { types: ["insight"], seed: 7, neighbors: 15, minDist: 0.1 },
    actor: "ada",
  });
});

it("queues a placement, of named maps only", async () => {
  const projectionIds = ["0190a000-0000-7000-8000-000000000000"];
  const started = await startPlacement(database.db, { projectionIds }, actor);
  const job = await database.db.job.findUnique({ where: { id: started.ok ? started.value.jobId : "" } });
  expect(job).toMatchObject({ kind: "place", input: { projectionIds } });
  expect(await startPlacement(database.db, { projectionIds: [] }, actor)).toMatchObject({
    error: { code: "invalid" },
  });
});

it("rejects a reader and a parameter out of range, and queues nothing then", async () => {
  const before = await database.db.job.count();
  expect(await startProjection(database.db, {}, { name: "rae", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await startProjection(database.db, { neighbors: 1 }, actor)).toMatchObject({
    error: { code: "invalid", fields: { neighbors: ["Needs at least 2 neighbors"] } },
  });
  expect(await database.db.job.count()).toBe(before);
});
