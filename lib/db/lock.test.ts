import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, lockHolder, lockPath } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "carryover-lock-"));
beforeEach(() => rmSync(lockPath(folder), { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process id that was just given back. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("acquireLock", () => {
  it("holds the directory until it is given back", () => {
    const lock = acquireLock(folder);
    expect(lockHolder(folder)).toBe(process.pid);
    if (lock.ok) lock.value();
    expect(existsSync(lockPath(folder))).toBe(false);
  });

  it("refuses a second owner by name", () => {
    writeFileSync(lockPath(folder), `${process.ppid}\n`);
    const lock = acquireLock(folder);
    expect(lock.ok ? "" : lock.error.message).toContain(`in use by process ${process.ppid}`);
  });

  it.each([
    ["a dead process", () => String(deadPid())],
    ["nobody: a write that was cut short", () => ""],
  ])("is taken over from %s", (_who, holder) => {
    writeFileSync(lockPath(folder), holder());
    expect(acquireLock(folder).ok).toBe(true);
    expect(lockHolder(folder)).toBe(process.pid);
  });

  it("is taken over from a process whose number another one got since", () => {
    writeFileSync(lockPath(folder), `${process.ppid} 1\n`);
    expect(lockHolder(folder)).toBeNull();
    expect(acquireLock(folder).ok).toBe(true);
    expect(lockHolder(folder)).toBe(process.pid);
  });

  it("keeps the launcher's apart from the database's", () => {
    expect(acquireLock(folder).ok).toBe(true);
    const launcher = acquireLock(folder, "launcher");
    expect(lockHolder(folder, "launcher")).toBe(process.pid);
    if (launcher.ok) launcher.value();
    expect(lockHolder(folder)).toBe(process.pid);
  });

  it("says what to do where nothing can be written", () => {
    const lock = acquireLock(join(folder, "missing"));
    expect(lock.ok ? "" : lock.error.message).toMatch(/Cannot write.*CARRYOVER_DATA_DIR/);
  });
});
