import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { acquireLock, lockPath } from "#lib/db/lock.ts";
import { checkDataDirectory } from "./check-data-directory.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "carryover-doctor-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function found(name: string) {
  return checkDataDirectory(dataDir).find((check) => check.name === name);
}

it("tells a free directory, one in use, and one whose owner has ended", () => {
  expect(found("Data directory")?.found).toBe(`${dataDir}, not in use`);
  writeFileSync(lockPath(dataDir), `${process.pid} 1\n`);
  expect(found("Data directory")?.found).toMatch(/not in use, locked by a process that has ended/);
  acquireLock(dataDir);
  acquireLock(dataDir, "launcher");
  const { pid } = process;
  expect(found("Data directory")?.found).toBe(
    `${dataDir}, used by process ${pid}, npm start is process ${pid}`,
  );
});

it("names the socket, and sees when others may enter its folder", () => {
  const socket = join(dataDir, "socket");
  expect(found("Socket")).toMatchObject({ state: "fine", found: join(socket, ".s.PGSQL.5432") });
  mkdirSync(socket);
  chmodSync(socket, 0o755);
  expect(found("Socket")).toMatchObject({ state: "problem", mend: expect.stringContaining("Remove it") });
});
