import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Db } from "#lib/db/client.ts";
import type { SourceFile } from "../walk-files.ts";
import type { Written } from "../write-trials.ts";

/** Bytes of a part: no more of a file is held at a time. */
const PART_BYTES = 1024 * 1024;
/** A larger file is a list of many things, and is not kept. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Files that told of trials by the path that is shown; null where two have one. */
export type SourcesByPath = Map<string, SourceFile | null>;

export function addSource(sources: SourcesByPath, file: SourceFile): void {
  const held = sources.get(file.path);
  sources.set(file.path, held === undefined || held?.absolute === file.absolute ? file : null);
}

type Kept = { trialId: string; kind: "result" | "trajectory"; name: string; file: SourceFile };

/**
 * Keeps the files that trials were imported from, byte by byte as they lie on disk, compressed in the database: the same
 * file once however many trials it tells of. Each file is read once to know it and once to keep it.
 */
export class Originals {
  readonly #sources: SourcesByPath;
  readonly #hashes = new Map<string, { hash: string; size: number } | null>();

  constructor(sources: SourcesByPath) {
    this.#sources = sources;
  }

  /** Call inside the transaction that wrote the trials. */
  async keep(tx: Db, written: readonly Written[]): Promise<void> {
    const wanted = written.flatMap((one) => this.#filesOf(one));
    const known: (Kept & { hash: string; size: number })[] = [];
    for (const kept of wanted) {
      const found = await this.#hashOf(kept.file);
      if (found) known.push({ ...kept, ...found });
    }
    if (known.length === 0) return;
    const stored = await tx.originalFile.findMany({
      where: { hash: { in: [...new Set(known.map(({ hash }) => hash))] } },
      select: { hash: true },
    });
    const held = new Set(stored.map(({ hash }) => hash));
    for (const { hash, size, file } of known) {
      if (!held.has(hash)) await storeFile(tx, file, hash, size);
      held.add(hash);
    }
    const data = known.map(({ trialId, kind, name, hash }) => ({ trialId, kind, name, hash }));
    await tx.trialOriginal.deleteMany({
      where: { OR: data.map(({ trialId, kind }) => ({ trialId, kind })) },
    });
    await tx.trialOriginal.createMany({ data });
  }

  #filesOf({ trialId, decision: { trial } }: Written): Kept[] {
    const result = this.#sources.get(trial.path) ?? null;
    const trajectory = trial.trajectory?.file ?? null;
    const kept: Kept[] = [];
    if (result) kept.push({ trialId, kind: "result", name: nameOf(result), file: result });
    if (trajectory && trajectory.absolute !== result?.absolute)
      kept.push({ trialId, kind: "trajectory", name: nameOf(trajectory), file: trajectory });
    return kept;
  }

  async #hashOf(file: SourceFile): Promise<{ hash: string; size: number } | null> {
    const known = this.#hashes.get(file.absolute);
    if (known !== undefined) return known;
    const sha = createHash("sha256");
    let size = 0;
    for await (const chunk of await openRaw(file)) {
      sha.update(chunk);
      size += chunk.length;
      if (size > MAX_BYTES) break;
    }
    const found = size > MAX_BYTES ? null : { hash: sha.digest("hex"), size };
    this.#hashes.set(file.absolute, found);
    return found;
  }
}

/** A gzip file is shown by the name of what is in it, and kept as it is. */
function nameOf({ absolute }: SourceFile): string {
  return absolute.split(/[\\/]/).at(-1) ?? "original";
}

async function openRaw(file: SourceFile): Promise<Readable> {
  return file.open ? await file.open() : createReadStream(file.absolute);
}

async function storeFile(tx: Db, file: SourceFile, hash: string, size: number): Promise<void> {
  const row = { hash, size, storedSize: 0 };
  // Another import may be keeping the same file.
  const { count } = await tx.originalFile.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return;
  let [part, storedSize, waiting] = [0, 0, [] as Buffer[]];
  let bytes = 0;
  const flush = async () => {
    if (bytes === 0) return;
    await tx.originalPart.create({ data: { hash, part, bytes: new Uint8Array(Buffer.concat(waiting)) } });
    [part, storedSize, waiting, bytes] = [part + 1, storedSize + bytes, [], 0];
  };
  const raw = await openRaw(file);
  const packed = createGzip();
  raw.on("error", (error) => packed.destroy(error));
  for await (const chunk of raw.pipe(packed) as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  await flush();
  await tx.originalFile.update({ where: { hash }, data: { storedSize } });
}
