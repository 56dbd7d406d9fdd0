import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { RootDb } from "#lib/db/client.ts";
import { everyMemory, type MemoryFilter } from "#lib/memories/search-params.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { encodeCsv } from "./encode-csv.ts";
import { encodeJsonl } from "./encode-jsonl.ts";
import { encodeMarkdown } from "./encode-markdown.ts";
import { encodeMtl } from "./encode-mtl.ts";
import { encodeParquet } from "./encode-parquet.ts";
import { readPool, type WithVectors } from "./read-pool.ts";
import type { Encoder, ExportedMemory, ExportFormat } from "./schema.ts";

export type ExportOptions = { format: ExportFormat; filter?: Partial<MemoryFilter>; signal?: AbortSignal };

/** written: memories in the file; sha256 of its bytes. */
export type ExportReport = { written: number; sha256: string };

const ENCODERS: Record<ExportFormat, { encode: Encoder; vectors: WithVectors }> = {
  jsonl: { encode: encodeJsonl, vectors: "portable" },
  mtl: { encode: encodeMtl, vectors: "portable" },
  parquet: { encode: encodeParquet, vectors: "active" },
  csv: { encode: encodeCsv, vectors: "none" },
  markdown: { encode: encodeMarkdown, vectors: "none" },
};

/**
 * Writes the memories that a filter holds (all by default) to a stream, as fast as it takes them, and ends it.
 * @throws what the stream or the database throws; the caller discards what was written
 */
async function exportMemories(db: RootDb, options: ExportOptions, stream: Writable): Promise<ExportReport> {
  const hash = createHash("sha256");
  const count = { written: 0 };
  const done = finished(stream);
  // Rejects again where it is awaited; this only keeps an early failure from going unhandled.
  done.catch(() => {});
  try {
    for await (const chunk of encoded(db, options, count)) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      hash.update(bytes);
      if (!stream.write(bytes)) await Promise.race([once(stream, "drain"), done]);
      options.signal?.throwIfAborted();
    }
    stream.end();
    await done;
  } catch (error) {
    stream.destroy();
    throw error;
  }
  return { written: count.written, sha256: hash.digest("hex") };
}

/** The bytes of an export, for a response that pulls them. */
export function encoded(
  db: RootDb,
  options: ExportOptions,
  count = { written: 0 },
): AsyncIterable<string | Uint8Array> {
  const { encode, vectors } = ENCODERS[options.format];
  const filter = { ...everyMemory, ...options.filter };
  return encode(counted(readPool(db, filter, vectors, options.signal), count));
}

/**
 * Writes an export to a file: into a new file beside it first, then renamed over it, so that a failed or canceled
 * export leaves the old file as it was.
 * @returns "unavailable" when the file can't be written
 */
export async function exportToFile(
  db: RootDb,
  options: ExportOptions,
  path: string,
): Promise<Result<ExportReport>> {
  const target = resolve(path);
  const draft = `${target}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    // Opened before the work: a stream that opens by itself may do so after a failure has cleaned up.
    const file = await open(draft, "wx");
    const report = await exportMemories(db, options, file.createWriteStream());
    await rename(draft, target);
    return ok(report);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code === "string" && /^E[A-Z]+$/.test(code))
      return err("unavailable", `${target} can't be written: ${code}.`);
    throw error;
  }
}

async function* counted(
  memories: AsyncIterable<ExportedMemory>,
  count: { written: number },
): AsyncGenerator<ExportedMemory> {
  for await (const memory of memories) {
    count.written += 1;
    yield memory;
  }
}
