import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import type { Problem } from "./schema.ts";

/** One file of the walked folders. */
export type SourceFile = {
  /** Path as shown: the name of the folder that was given, then the path inside it, always with "/". */
  path: string;
  absolute: string;
  /** The absolute path with "/" on every system: runs and trials are told apart by their folders. */
  place: string;
  size: number;
};

const SKIPPED_FOLDERS = new Set([
  "node_modules",
  ".git",
  "__pycache__",
  ".venv",
  ".next",
  ".carryover",
  ".DS_Store",
]);

/**
 * All files under the paths, in the same order on every machine (names compared by code unit). Symbolic links are
 * followed only to places inside the path that was given; `node_modules`, `.git` and the like are left out.
 * @returns the files, and a problem for each path or link that could not be read
 */
export async function walkFiles(
  paths: readonly string[],
): Promise<{ files: SourceFile[]; problems: Problem[] }> {
  const found = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  for (const given of paths) {
    const absolute = resolve(given);
    try {
      const root = await realpath(absolute);
      await walk({ absolute, path: basename(absolute), root }, found, problems, new Set());
    } catch {
      problems.push({ path: given, line: null, field: null, reason: "There is no such file or folder." });
    }
  }
  return { files: [...found.values()], problems };
}

type Place = { absolute: string; path: string; root: string };

async function walk(
  place: Place,
  found: Map<string, SourceFile>,
  problems: Problem[],
  open: Set<string>,
): Promise<void> {
  const refuse = (reason: string) => problems.push({ path: place.path, line: null, field: null, reason });
  let info: Stats;
  const real = await realpath(place.absolute).catch(() => null);
  if (real === null) return void refuse("This link leads nowhere.");
  const isLink = (await lstat(place.absolute)).isSymbolicLink();
  if (isLink && real !== place.root && !real.startsWith(place.root + sep)) {
    return void refuse("This link leads out of the folder; it was not followed.");
  }
  try {
    info = await stat(real);
  } catch {
    return void refuse("This file could not be read.");
  }
  if (info.isFile()) {
    if (!found.has(real))
      found.set(real, {
        path: place.path,
        absolute: real,
        place: real.split(sep).join("/"),
        size: info.size,
      });
    return;
  }
  if (!info.isDirectory() || open.has(real)) return;
  const names = await readdir(real).catch(() => null);
  if (names === null) return void refuse("This folder could not be opened.");
  for (const name of names.sort()) {
    if (SKIPPED_FOLDERS.has(name)) continue;
    const inner = { absolute: join(place.absolute, name), path: `${place.path}/${name}`, root: place.root };
    await walk(inner, found, problems, new Set([...open, real]));
  }
}
