import { createReadStream, readFileSync } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { SourceFile } from "./walk-files.ts";

const MEGABYTE = 1024 * 1024;
const READ_AT_ONCE = MEGABYTE;
/** To open a stream and to wait for its ends takes far longer than to read a file of this size. */
const SMALL_FILE = 256 * 1024;

/** What a packed file may come to: honest logs shrink to a hundredth at most. */
export type UnpackLimits = { ratio: number; ratioFrom: number; bytes: number; entries: number };
export const unpackLimits: UnpackLimits = {
  ratio: 200,
  ratioFrom: 64 * MEGABYTE,
  bytes: 8 * 1024 * MEGABYTE,
  entries: 200_000,
};

/** A file is not what it has to be to be read; the message is for a person. */
export class SourceFault extends Error {}

/**
 * The bytes of a file as UTF-8 without a byte order mark: gzip is unpacked and UTF-16 with a mark is decoded, both
 * told by their first bytes.
 * @throws SourceFault for a packed file that comes to far more than it should
 */
export async function* readBytes(file: SourceFile, limits = unpackLimits): AsyncGenerator<Buffer> {
  const { bytes } = withSmallFileBytes(file);
  if (bytes && isPlain(bytes)) {
    if (bytes.length > 0) yield bytes;
    return;
  }
  const raw = file.open
    ? await file.open()
    : createReadStream(file.absolute, { highWaterMark: READ_AT_ONCE });
  try {
    yield* decoded(unpacked(raw, limits));
  } finally {
    raw.destroy();
  }
}

/** A small file with its bytes, so that however often it is looked into it is read once; any other as it is. */
export function withSmallFileBytes(file: SourceFile): SourceFile {
  if (file.open || file.bytes || file.size > SMALL_FILE) return file;
  return { ...file, bytes: readFileSync(file.absolute) };
}

/** Neither packed nor marked: what it holds is what it says. */
function isPlain(bytes: Buffer): boolean {
  const [first] = bytes;
  return first !== 0x1f && first !== 0xff && first !== 0xfe && first !== 0xef;
}

async function* unpacked(raw: AsyncIterable<Buffer>, limits: UnpackLimits): AsyncGenerator<Buffer> {
  const { first, rest } = await peek(raw, 2);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* rest;
  const read = { packed: 0 };
  let size = 0;
  const gunzip = createGunzip();
  // A failure of the source destroys the gunzip with it, and is thrown where that is read.
  pipeline(counted(rest, read), gunzip, () => {});
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length;
      const isBomb = size > limits.ratioFrom && size > limits.ratio * read.packed;
      if (isBomb || size > limits.bytes) throw new SourceFault(unpackLimitMessage(limits));
      yield chunk;
    }
  } finally {
    gunzip.destroy();
  }
}

async function* counted(source: AsyncIterable<Buffer>, read: { packed: number }): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    read.packed += chunk.length;
    yield chunk;
  }
}

/** The sentence for a packed file that is refused. */
export function unpackLimitMessage({ ratio, bytes }: UnpackLimits): string {
  return `Unpacked, it is more than ${ratio} times its size or larger than ${Math.round(bytes / MEGABYTE)} MB, so it was not read. If you trust it, unpack it yourself and import the folder.`;
}

/** UTF-8 as it is, without its mark; UTF-16 with a mark as UTF-8. */
async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { first, rest } = await peek(source, 3);
  const encoding =
    first[0] === 0xff && first[1] === 0xfe
      ? "utf-16le"
      : first[0] === 0xfe && first[1] === 0xff
        ? "utf-16be"
        : null;
  if (encoding !== null) {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of rest) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    const end = decoder.decode();
    if (end !== "") yield Buffer.from(end);
    return;
  }
  let marked = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
  for await (const chunk of rest) {
    yield marked ? chunk.subarray(3) : chunk;
    marked = false;
  }
}

/** The first chunks of a stream until they hold `length` bytes, and the whole stream with them in front. */
async function peek(
  source: AsyncIterable<Buffer>,
  length: number,
): Promise<{ first: Buffer; rest: AsyncGenerator<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  while (first.length < length) {
    const next = await iterator.next();
    if (next.done) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  return { first, rest: joined(first, iterator) };
}

async function* joined(first: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (first.length > 0) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
