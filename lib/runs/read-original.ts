import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Db } from "#lib/db/client.ts";
import { isUuid } from "./queries.ts";

export type OriginalFile = { name: string; size: number; bytes: () => AsyncIterable<Buffer> };

/** A file as a trial was imported from it; null where none was kept. Its parts are read one after the other. */
export async function findOriginal(db: Db, trialId: string, kind: string): Promise<OriginalFile | null> {
  if (!isUuid(trialId)) return null;
  const found = await db.trialOriginal.findUnique({
    where: { trialId_kind: { trialId, kind } },
    select: { name: true, hash: true, file: { select: { size: true } } },
  });
  if (!found) return null;
  const { name, hash, file } = found;
  return { name, size: file.size, bytes: () => Readable.from(partsOf(db, hash)).pipe(createGunzip()) };
}

async function* partsOf(db: Db, hash: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const row = await db.originalPart.findUnique({ where: { hash_part: { hash, part } } });
    if (!row) return;
    yield row.bytes;
  }
}
