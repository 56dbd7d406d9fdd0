import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import { type Archive, openArchive } from "./open-archive.ts";
import type { Problem } from "./schema.ts";

/** One file of the walked folders, or of an archive among them. */
export type SourceFile = {
  /** Path as shown: the name of the folder that was given, then the path inside it, always with "/". */
  path: string;
  absolute: string;
  /** The absolute path with "/" on every system: runs and trials are told apart by their folders. */
  place: string;
  /** Bytes; of a gzip file as they lie on disk. */
  size: number;
  /** The content, where it does not lie under `absolute` as a file of its own. */
  open?: () => Promise<Readable>;
};

export type WalkOptions = { signal?: AbortSignal | undefined };
/** close: lets go of the archives; the files can't be read after it. */
export type Walked = { files: SourceFile[]; problems: Problem[]; close: () => void };

const SKIPPED_FOLDERS = new Set([
  "node_modules",
  ".git",
  "__pycache__",
  ".venv",
  ".next",
  ".carryover",
  ".DS_Store",
  "__MACOSX",
]);

/**
 * All files under the paths, in the same order on every machine (names compared by code unit). Symbolic links are
 * followed only to places inside the path that was given; `node_modules`, `.git` and the like are left out. The files
 * of a ZIP archive stand where the archive lies, as if it had been unpacked; a gzip file stands for what is in it.
 * @returns the files, and a problem for each path, link or archive that could not be read
 * @throws `signal.reason` once aborted
 */
export async function walkFiles(paths: readonly string[], options: WalkOptions = {}): Promise<Walked> {
  const walk: Walk = { found: new Map(), problems: [], archives: [], signal: options.signal };
  const close = () => {
    for (const archive of walk.archives) archive.close();
  };
  try {
    for (const given of paths) await walkFrom(given, walk);
  } catch (error) {
    close();
    throw error;
  }
  return { files: [...walk.found.values()], problems: walk.problems, close };
}

type Walk = {
  found: Map<string, SourceFile>;
  problems: Problem[];
  archives: Archive[];
  signal: AbortSignal | undefined;
};
type Place = { absolute: string; path: string; root: string };

async function walkFrom(given: string, walk: Walk): Promise<void> {
  const absolute = resolve(given);
  const root = await realpath(absolute).catch(() => null);
  if (root === null) walk.problems.push(problemAt(given, "There is no such file or folder."));
  else await visit({ absolute, path: basename(absolute), root }, walk, new Set());
}

async function visit(place: Place, walk: Walk, open: Set<string>): Promise<void> {
  walk.signal?.throwIfAborted();
  const refuse = (reason: string) => walk.problems.push(problemAt(place.path, reason));
  let info: Stats;
  const real = await realpath(place.absolute).catch(() => null);
  if (real === null) return void refuse("This link leads nowhere.");
  try {
    const isLink = (await lstat(place.absolute)).isSymbolicLink();
    if (isLink && real !== place.root && !real.startsWith(place.root + sep))
      return void refuse("This link leads out of the folder; it was not followed.");
    info = await stat(real);
  } catch {
    return void refuse("This file could not be read.");
  }
  if (info.isFile()) return keep(place.path, real, info.size, walk);
  if (!info.isDirectory() || open.has(real)) return;
  const names = await readdir(real).catch(() => null);
  if (names === null) return void refuse("This folder could not be opened.");
  for (const name of names.sort()) {
    if (SKIPPED_FOLDERS.has(name)) continue;
    const inner = { absolute: join(place.absolute, name), path: `${place.path}/${name}`, root: place.root };
    await visit(inner, walk, new Set([...open, real]));
  }
}

async function keep(path: string, real: string, size: number, walk: Walk): Promise<void> {
  if (walk.found.has(real)) return;
  const place = real.split(sep).join("/");
  if (!/\.zip$/i.test(real)) {
    walk.found.set(real, { path: unpackedName(path), absolute: real, place: unpackedName(place), size });
    return;
  }
  const archive = await openArchive(real, size);
  if (!archive.ok) return void walk.problems.push(problemAt(path, archive.error.message));
  walk.archives.push(archive.value);
  for (const entry of archive.value.entries) {
    if (entry.name.split("/").some((part) => SKIPPED_FOLDERS.has(part))) continue;
    const name = unpackedName(entry.name);
    walk.found.set(`${real}/${entry.name}`, {
      path: `${path}/${name}`,
      absolute: `${real}/${entry.name}`,
      place: `${place.replace(/\.zip$/i, "")}/${name}`,
      size: entry.size,
      open: entry.open,
    });
  }
}

/** A gzip file is called as what is in it. */
function unpackedName(name: string): string {
  return name.replace(/\.gz$/i, "");
}

function problemAt(path: string, reason: string): Problem {
  return { path, line: null, field: null, reason };
}
