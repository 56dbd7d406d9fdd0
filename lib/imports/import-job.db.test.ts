import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import type { JobContext } from "#lib/jobs/context.ts";
import { getJob } from "#lib/jobs/queries.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { importJob } from "./import-job.ts";
import { retryImport } from "./retry-import.ts";
import type { ImportRequest } from "./schema.ts";
import { startImport } from "./start-import.ts";
import { createUpload, uploadFolder, writeUpload } from "./uploads.ts";

const database = testDatabase();
const editor = { name: "ada", role: "editor" } as const;
const playbook = join(import.meta.dirname, "fixtures/pools/playbook.txt");
let dataDir: string;
let uploadId: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "carryover-job-"));
  vi.stubEnv("CARRYOVER_DATA_DIR", dataDir);
  uploadId = await createUpload(dataDir);
  const body = new Blob([await readFile(playbook)]).stream();
  await writeUpload(dataDir, { id: uploadId, path: "pool/playbook.txt", body });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true, force: true });
});

async function finished(request: ImportRequest) {
  const started = await startImport(database.db, request, editor);
  if (!started.ok) throw new Error(started.error.message);
  await runJob(database.db, started.value.jobId, () => importJob, {
    stop: new AbortController().signal,
    lastTry: true,
  });
  return getJob(database.db, started.value.jobId);
}

it("plans an upload, applies it, and then removes it", async () => {
  const source = { kind: "upload", uploadId } as const;
  const plan = await finished({ source, dryRun: true });
  expect(plan?.result).toMatchObject({
    dryRun: true,
    memories: { created: 3 },
    request: { source, arm: "auto" },
  });
  expect(await database.db.memory.count()).toBe(0);
  const request: ImportRequest = { source, dryRun: false };
  const done = await finished(request);
  expect(done).toMatchObject({ state: "succeeded", result: { dryRun: false, memories: { created: 3 } } });
  expect(existsSync(uploadFolder(dataDir, uploadId))).toBe(false);
  expect(await finished(request)).toMatchObject({
    state: "failed",
    error: expect.stringContaining("Choose the files again"),
  });
});

it("passes the options on, and says when there is nothing at a path", async () => {
  const source = { kind: "path", path: playbook } as const;
  const done = await finished({ source, benchmark: "toy", dryRun: false });
  expect(done?.result).toMatchObject({ memories: { created: 0, updated: 3 } });
  expect(await database.db.memory.count({ where: { benchmarkName: "toy" } })).toBe(3);
  const missing = await finished({ source: { kind: "path", path: "/nowhere/at/all" }, dryRun: true });
  expect(missing).toMatchObject({ state: "failed", error: expect.stringContaining("no such file") });
});

it("takes a rule for MLGym's scores, and says when it can't be read", async () => {
  const source = { kind: "path", path: playbook } as const;
  expect(await finished({ source, mlgymRule: "accuracy", dryRun: true })).toMatchObject({
    state: "failed",
    error: expect.stringContaining('"accuracy" is not a rule'),
  });
  const done = await finished({ source, mlgymRule: "margin: 5%", dryRun: true });
  expect(done).toMatchObject({ state: "succeeded", result: { request: { mlgymRule: "margin: 5%" } } });
});

it("tries a failed import again with the same source and options, and no other", async () => {
  const request: ImportRequest = { source: { kind: "path", path: playbook }, benchmark: "toy", dryRun: true };
  const { id } = await database.db.job.create({
    data: { kind: "import", input: request, actor: "ada", state: "failed", error: "The disk was full." },
  });
  const again = await retryImport(database.db, id, editor);
  if (!again.ok) throw new Error(again.error.message);
  expect((await database.db.job.findUniqueOrThrow({ where: { id: again.value.jobId } })).input).toMatchObject(
    request,
  );
  await database.db.job.update({ where: { id }, data: { state: "succeeded" } });
  expect(await retryImport(database.db, id, editor)).toMatchObject({ error: { code: "conflict" } });
  expect(await retryImport(database.db, crypto.randomUUID(), editor)).toMatchObject({
    error: { code: "not_found" },
  });
});

it("stops between chunks when it is canceled", async () => {
  const signal = AbortSignal.abort(new Error("canceled"));
  const context: JobContext = { jobId: crypto.randomUUID(), actor: editor, signal, progress: () => {} };
  const work = importJob(database.db, { source: { kind: "path", path: playbook }, dryRun: true }, context);
  await expect(work).rejects.toThrow("canceled");
});

it.each([
  [{ source: { kind: "path", path: " " }, dryRun: true }, "editor", "invalid"],
  [{ source: { kind: "upload", uploadId: "../../etc" }, dryRun: true }, "editor", "invalid"],
  [{ source: { kind: "path", path: "x" }, dryRun: false }, "reader", "forbidden"],
] as [ImportRequest, "editor" | "reader", string][])(
  "refuses %j by an %s as %s",
  async (request, role, code) => {
    const result = await startImport(database.db, request, { name: "bob", role });
    expect(result).toMatchObject({ ok: false, error: { code } });
  },
);
