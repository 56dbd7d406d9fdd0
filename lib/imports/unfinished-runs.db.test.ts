import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { checkPool } from "#lib/doctor/check-pool.ts";
import { listRuns } from "#lib/runs/queries.ts";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { importPaths } from "./import-paths.ts";
import { importRunAgain } from "./import-run-again.ts";

const database = testDatabase();
const editor = { name: "ada", role: "editor" } as const;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-cut-"));
  await writeOutputs(root, { arms: ["zero-shot"], tasks: 52, attempts: 1, steps: 1, bare: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = () => database.db.run.findFirstOrThrow({ include: { _count: { select: { trials: true } } } });

it("marks a run whose import was cut off, and finishes it when it is imported again", async () => {
  const cut = new AbortController();
  const request = { source: { kind: "path" as const, path: root }, dryRun: false };
  const progress = (share: number, stage: string) => {
    if (stage.startsWith("Writing run") && share < 1) cut.abort(new Error("killed"));
  };
  const work = importPaths(database.db, [root], {}, { actor: editor, signal: cut.signal, progress, request });
  await expect(work).rejects.toThrow("killed");
  const half = await run();
  expect(half._count.trials).toBeGreaterThan(0);
  expect(half._count.trials).toBeLessThan(52);
  expect(half).toMatchObject({ unfinishedTrials: 52, importRequest: request });

  expect((await listRuns(database.db)).rows).toMatchObject([{ incomplete: true }]);
  const checks = await checkPool(database.db, true);
  expect(checks.find(({ name }) => name === "Incomplete runs")).toMatchObject({ found: "zero-shot" });
  const again = await importRunAgain(database.db, half.id, editor);
  if (!again.ok) throw new Error(again.error.message);
  expect(await database.db.job.findUnique({ where: { id: again.value.jobId } })).toMatchObject({
    input: request,
  });

  // A part of the folder does not make the run whole.
  await importAt(database.db, join(root, "zero-shot/alpha-bench/1"));
  expect((await run()).unfinishedTrials).toBe(52);

  const plan = await importAt(database.db, root, { dryRun: true });
  expect(plan.runs).toMatchObject([{ action: "updated" }]);
  await importAt(database.db, root);
  expect(await run()).toMatchObject({ unfinishedTrials: null, _count: { trials: 52 } });
  expect((await listRuns(database.db)).rows).toMatchObject([{ incomplete: false }]);
  expect((await checkPool(database.db, true)).map(({ name }) => name)).not.toContain("Incomplete runs");
});
