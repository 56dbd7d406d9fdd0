import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { acquireLock, lockPath } from "#lib/db/lock.ts";
import { readEnv } from "#lib/env.ts";
import { checkDatabase } from "./check-database.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carryover-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(dataDir: string) {
  return checkDatabase({ ...readEnv(), databaseUrl: undefined, dataDir });
}

it("makes the data directory, for its user alone, and leaves no lock in it", async () => {
  const dataDir = join(folder, "deep", "pool");
  expect(await check(dataDir)).toEqual({ ok: true, value: undefined });
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect([lockPath(dataDir), lockPath(dataDir, "launcher")].some(existsSync)).toBe(false);
});

it.each(["launcher", "database"] as const)("sees that another process holds the %s's lock", async (name) => {
  const lock = acquireLock(folder, name);
  expect(await check(folder)).toMatchObject({
    ok: false,
    error: { code: "conflict", message: expect.stringContaining(`in use by process ${process.pid}.`) },
  });
  if (lock.ok) lock.value();
  expect(await check(folder)).toMatchObject({ ok: true });
});

it("says why the data directory can't be made, and what to do", async () => {
  writeFileSync(join(folder, "file"), "");
  expect(await check(join(folder, "file", "pool"))).toMatchObject({
    ok: false,
    error: {
      code: "unavailable",
      message: expect.stringMatching(
        /^Cannot create the data directory .*file\/pool \(ENOTDIR\)\. .*CARRYOVER_DATA_DIR/,
      ),
    },
  });
});
