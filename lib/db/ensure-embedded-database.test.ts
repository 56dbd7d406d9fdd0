import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { startDatabaseServer } from "./database-server.ts";
import { ensureEmbeddedDatabase } from "./ensure-embedded-database.ts";
import { acquireLock, lockHolder } from "./lock.ts";

const dataDir = mkdtempSync(join(tmpdir(), "carryover-reach-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it("waits for the database of a launcher that lives, and opens it where there is none", async () => {
  const launcher = acquireLock(dataDir, "launcher");
  expect(await ensureEmbeddedDatabase(dataDir, 600)).toMatchObject({
    error: { code: "unavailable", message: expect.stringContaining(`process ${process.pid} has it`) },
  });
  expect(lockHolder(dataDir)).toBeNull();

  const waiting = ensureEmbeddedDatabase(dataDir);
  await sleep(500);
  const started = await startDatabaseServer(dataDir);
  expect(await waiting).toEqual({ ok: true, value: null });
  if (started.ok) await started.value.stop();
  if (launcher.ok) launcher.value();

  const own = await ensureEmbeddedDatabase(dataDir);
  expect(own.ok && own.value?.endpoint.host).toBe(join(dataDir, "socket"));
  if (own.ok) await own.value?.stop();
});
