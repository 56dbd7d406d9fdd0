import { dirname } from "node:path/posix";

/** The folder among `trials` that a file lies in, at any depth; the nearest where they are nested. */
export function folderWithin(trials: ReadonlyMap<string, unknown>, placeOfFile: string): string | null {
  for (let folder = dirname(placeOfFile); folder !== "/" && folder !== "."; folder = dirname(folder)) {
    if (trials.has(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  return null;
}
