import { sha256 } from "#lib/shared/hash.ts";

/** Names a case by its memories, in whatever order they come. */
export function caseKey(memoryIds: readonly string[]): string {
  return sha256([...memoryIds].sort().join());
}
