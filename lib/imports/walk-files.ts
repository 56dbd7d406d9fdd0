import { readdir, realpath, stat } from "node:fs/promises";
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
  /** The content as it lies on disk, while it is worked on. */
  bytes?: Buffer;
};

export type WalkOptions = { signal?: AbortSignal | undefined };
/** deadLinks: paths of links that lead nowhere; close: lets go of the archives, whose files can't be read after it. */
export type Walked = { files: SourceFile[]; problems: Problem[]; deadLinks: string[]; close: () => void };

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
 * followed behind everything else, and only to places inside the path that was given that were not walked by then: a
 * harness's `current` brings no run in twice. `node_modules`, `.git` and the like are left out. The files of a ZIP
 * archive stand where the archive lies, as if it had been unpacked; a gzip file stands for what is in it.
 * @returns the files, and a problem for each path, link or archive that could not be read
 * @throws `signal.reason` once aborted
 */
export async function walkFiles(paths: readonly string[], options: WalkOptions = {}): Promise<Walked> {
  const { signal } = options;
  const archives: Archive[] = [];
  const walk: Walk = {
    found: new Map(),
    seen: new Set(),
    links: [],
    problems: [],
    deadLinks: [],
    archives,
    signal,
  };
  // Holds the archives alone: the rest of a walk over a whole evaluation weighs tens of megabytes.
  const close = () => {
    for (const archive of archives) archive.close();
  };
  try {
    for (const given of paths) await walkFrom(given, walk);
    // Behind a link there may be more of them.
    for (const link of walk.links) await follow(link, walk);
  } catch (error) {
    close();
    throw error;
  }
  const { problems, deadLinks } = walk;
  return { files: [...walk.found.values()], problems, deadLinks, close };
}

type Walk = {
  found: Map<string, SourceFile>;
  /** Real paths of the files and folders that were come to. */
  seen: Set<string>;
  links: Place[];
  problems: Problem[];
  deadLinks: string[];
  archives: Archive[];
  signal: AbortSignal | undefined;
};
/** real: where it lies, of a link where the link lies; root: the path that was given, which links must not leave. */
type Place = { real: string; path: string; root: string };

async function walkFrom(given: string, walk: Walk): Promise<void> {
  const absolute = resolve(given);
  const real = await realpath(absolute).catch(() => null);
  if (real === null) walk.problems.push(problemAt(given, "There is no such file or folder."));
  else await visit({ real, path: basename(absolute), root: real }, walk);
}

async function follow(link: Place, walk: Walk): Promise<void> {
  const real = await realpath(link.real).catch(() => null);
  if (real === null) walk.deadLinks.push(link.path);
  else if (real === link.root || real.startsWith(link.root + sep)) await visit({ ...link, real }, walk);
  else walk.problems.push(problemAt(link.path, "This link points outside the folder and was not followed."));
}

async function visit(place: Place, walk: Walk): Promise<void> {
  walk.signal?.throwIfAborted();
  const { real, path, root } = place;
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  const info = await stat(real).catch(() => null);
  if (info === null) return void walk.problems.push(problemAt(path, "This file could not be read."));
  if (info.isFile()) return keep(path, real, info.size, walk);
  if (!info.isDirectory()) return;
  const entries = await readdir(real, { withFileTypes: true }).catch(() => null);
  if (entries === null) return void walk.problems.push(problemAt(path, "This folder could not be opened."));
  const names = new Map(entries.map((entry) => [entry.name, entry]));
  for (const name of [...names.keys()].sort()) {
    if (SKIPPED_FOLDERS.has(name)) continue;
    const inner = { real: join(real, name), path: `${path}/${name}`, root };
    if (names.get(name)?.isSymbolicLink()) walk.links.push(inner);
    else await visit(inner, walk);
  }
}

async function keep(path: string, real: string, size: number, walk: Walk): Promise<void> {
  // The same string where it is the same: there may be a hundred thousand of them.
  const place = sep === "/" ? real : real.split(sep).join("/");
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
