import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { startMeasurement } from "./start-measurement.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;

it("queues a measurement", async () => {
  const started = await startMeasurement(database.db, {}, actor);
  const job = await database.db.job.findUnique({ where: { id: started.ok ? started.value.jobId : "" } });
  expect(job).toMatchObject({ kind: "metrics", input: { label: "benchmark", perplexity: 30 } });
});
