import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { deleteRuns } from "#lib/runs/delete-runs.ts";
import { findOriginal } from "#lib/runs/read-original.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { setKeepOriginals } from "./keep-setting.ts";

const database = testDatabase();
const runs = join(import.meta.dirname, "../fixtures/runs");
const ada = { name: "ada", role: "editor" } as const;
beforeEach(async () => {
  await database.db.run.deleteMany();
  await database.db.originalFile.deleteMany();
});

async function bytesOf(trialId: string, kind: string): Promise<Buffer | null> {
  const original = await findOriginal(database.db, trialId, kind);
  if (original === null) return null;
  const parts: Buffer[] = [];
  for await (const part of original.bytes()) parts.push(part);
  const bytes = Buffer.concat(parts);
  expect(bytes.length).toBe(original.size);
  return bytes;
}

it("keeps a trial's result and trajectory byte by byte, and lets them go with the run", async () => {
  await importAt(database.db, join(runs, "outputs/Z"));
  const trial = await database.db.trial.findFirstOrThrow({
    where: { sourcePath: { contains: "csv-merge" } },
  });
  const folder = join(runs, "outputs/Z/alpha-bench/1/csv-merge__aa11");
  expect(await bytesOf(trial.id, "result")).toEqual(await readFile(join(folder, "result.json")));
  expect(await bytesOf(trial.id, "trajectory")).toEqual(
    await readFile(join(folder, "agent/trajectory.json")),
  );
  expect(await bytesOf(trial.id, "else")).toBeNull();
  expect(await deleteRuns(database.db, [trial.runId], ada)).toMatchObject({ ok: true });
  expect([await database.db.originalFile.count(), await database.db.originalPart.count()]).toEqual([0, 0]);
});

it("keeps a file once that tells of many trials, and nothing twice", async () => {
  const folder = join(runs, "tb-submission/toy-agent2");
  await importAt(database.db, folder);
  expect([await database.db.trialOriginal.count(), await database.db.originalFile.count()]).toEqual([3, 1]);
  await importAt(database.db, folder);
  expect([await database.db.trialOriginal.count(), await database.db.originalFile.count()]).toEqual([3, 1]);
});

it("keeps nothing where it is switched off", async () => {
  await setKeepOriginals(database.db, false, ada);
  await importAt(database.db, join(runs, "tb-submission"));
  expect(await database.db.originalFile.count()).toBe(0);
  await setKeepOriginals(database.db, true, ada);
});
