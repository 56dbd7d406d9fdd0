import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { identityText, isRunning, ownIdentity, parseIdentity } from "./process-identity.ts";

/** Who opens the embedded database, and who keeps it running: `npm start`. */
export type LockName = "database" | "launcher";

/** Beside the database directory: PGlite's own postmaster.pid holds no usable pid. */
export function lockPath(dataDir: string, name: LockName = "database"): string {
  return join(dataDir, `${name}.lock`);
}

/** The process that holds the lock, or null when nobody alive does. */
export function lockHolder(dataDir: string, name: LockName = "database"): number | null {
  return holderOf(lockPath(dataDir, name));
}

function holderOf(path: string): number | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  const holder = parseIdentity(text);
  return holder && isRunning(holder) ? holder.pid : null;
}

/**
 * Takes a lock of a data directory for this process. A lock is taken over only from a dead holder,
 * never by age: two owners of one embedded database lose writes without an error.
 * @returns a function that gives the lock back, or why it can't be had: "conflict" when somebody has it
 */
export function acquireLock(dataDir: string, name: LockName = "database"): Result<() => void> {
  const path = lockPath(dataDir, name);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      createWhole(path);
      return ok(() => rmSync(path, { force: true }));
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        return err(
          "unavailable",
          `Cannot write the data directory ${dataDir} (${errorCode(error)}). Make it writable, or set CARRYOVER_DATA_DIR.`,
        );
      }
      const holder = holderOf(path);
      if (holder !== null) {
        return err(
          "conflict",
          `The data directory ${dataDir} is in use by process ${holder}. Stop it, or set CARRYOVER_DATA_DIR to another directory.`,
        );
      }
      dropStale(path);
    }
  }
  return err("conflict", `The data directory ${dataDir} is being locked by another process. Try again.`);
}

/** Appears with its content or not at all: an empty lock would look like a dead holder's. */
function createWhole(path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${identityText(ownIdentity())}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's lock away. Should another process have locked anew meanwhile, its lock is put back. */
function dropStale(path: string): void {
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
  } catch {
    // Somebody else moved it first.
    return;
  }
  try {
    if (holderOf(moved) !== null) linkSync(moved, path);
  } catch {
    // A third process holds it by now: that one refuses this one in the next go.
  }
  rmSync(moved, { force: true });
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
