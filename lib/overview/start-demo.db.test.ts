import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { getActiveDemoJob, startDemo } from "./start-demo.ts";

const database = testDatabase();
const editor = { name: "ada", role: "editor" } as const;

it("rejects a reader", async () => {
  expect(await startDemo(database.db, { name: "rae", role: "reader" })).toMatchObject({
    ok: false,
    error: { code: "forbidden" },
  });
  expect(await getActiveDemoJob(database.db)).toBeNull();
});

it("starts one job, however often it is asked", async () => {
  const first = await startDemo(database.db, editor);
  expect(await startDemo(database.db, editor)).toEqual(first);
  expect(await getActiveDemoJob(database.db)).toEqual(first.ok ? first.value : null);
  expect(await database.db.job.count({ where: { kind: "demo" } })).toBe(1);
});

it("starts anew when the job before has ended", async () => {
  await database.db.job.updateMany({ where: { kind: "demo" }, data: { state: "failed" } });
  const again = await startDemo(database.db, editor);
  expect(again.ok && again.value.jobId).toBeTruthy();
  expect(await database.db.job.count({ where: { kind: "demo" } })).toBe(2);
});
