import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";

/** Below this the embedded database does not open: it could not write its log, and would end in the middle of that. */
export const leastFreeBytes = 48e6;

/** Bytes that this user may still write where a folder is, or will be. */
export function freeBytes(folder: string): number {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  return bavail * bsize;
}
