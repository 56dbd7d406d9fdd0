import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { err, ok, type Result } from "#lib/shared/result.ts";

const MEGABYTE = 1024 * 1024;
const MAX_FILE_BYTES = 1024 * MEGABYTE;
const MAX_UPLOAD_BYTES = 8 * 1024 * MEGABYTE;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const uploadId = z.uuid();

/** Limits that tests make small. */
export type UploadLimits = { fileBytes: number; uploadBytes: number };
const usual: UploadLimits = { fileBytes: MAX_FILE_BYTES, uploadBytes: MAX_UPLOAD_BYTES };

/** Makes room for an upload in the data directory, and removes those that nobody imported for a day. @returns its id */
export async function createUpload(dataDir: string): Promise<string> {
  await removeOldUploads(dataDir);
  const id = randomUUID();
  await mkdir(uploadFolder(dataDir, id), { recursive: true, mode: 0o700 });
  return id;
}

/** The folder that the files of an upload lie in. */
export function uploadFolder(dataDir: string, id: string): string {
  return join(dataDir, "uploads", uploadId.parse(id), "upload");
}

/**
 * Streams one file of an upload to disk; nothing is held in memory.
 * @param path where the file lies in the folder that was picked, with "/"
 * @returns bytes written; "invalid" for a path that leads out of the upload or a file beyond the limits
 */
export async function writeUpload(
  dataDir: string,
  upload: { id: string; path: string; body: ReadableStream<Uint8Array> | null },
  limits: UploadLimits = usual,
): Promise<Result<number>> {
  if (!uploadId.safeParse(upload.id).success) return err("invalid", "This is not an upload.");
  const parts = safeParts(upload.path);
  if (parts === null)
    return err(
      "invalid",
      `${JSON.stringify(upload.path)} is not a path inside a folder: the file was refused.`,
    );
  const root = uploadFolder(dataDir, upload.id);
  const held = await stat(root).catch(() => null);
  if (!held) return err("not_found", "This upload is gone. Choose the files again.");
  const room = limits.uploadBytes - (received.get(upload.id) ?? 0);
  const target = join(root, ...parts);
  const allowed = Math.min(limits.fileBytes, room);
  const counter = countingLimit(allowed);
  try {
    await mkdir(dirname(target), { recursive: true });
    const body = upload.body
      ? Readable.fromWeb(upload.body as Parameters<typeof Readable.fromWeb>[0])
      : Readable.from([]);
    await pipeline(body, counter.stream, createWriteStream(target, { flags: "w", mode: 0o600 }));
    received.set(upload.id, (received.get(upload.id) ?? 0) + counter.bytes());
    return ok(counter.bytes());
  } catch (error) {
    await rm(target, { force: true }).catch(() => {});
    if (!(error instanceof LimitError)) throw error;
    const limit = room < limits.fileBytes ? limits.uploadBytes : limits.fileBytes;
    const what = room < limits.fileBytes ? "The upload" : upload.path;
    return err(
      "invalid",
      `${what} is larger than ${Math.round(limit / MEGABYTE)} MB. Import the folder by its path instead.`,
    );
  }
}

/** Removes an upload and its files. */
export async function discardUpload(dataDir: string, id: string): Promise<void> {
  await rm(dirname(uploadFolder(dataDir, id)), { recursive: true, force: true });
  received.delete(id);
}

/** The parts of a relative path, or null for one that could lead anywhere else. */
export function safeParts(path: string): string[] | null {
  if (path === "" || path.length > 2000 || path.includes("\u0000") || path.includes("\\")) return null;
  const parts = path.split("/");
  const isBad = (part: string) =>
    part === "" || part === "." || part === ".." || part.length > 255 || /^[A-Za-z]:/.test(part);
  return parts.some(isBad) ? null : parts;
}

class LimitError extends Error {}

function countingLimit(limit: number): { stream: Transform; bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > limit) done(new LimitError());
      else done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

/** Bytes received by upload, so that the limit needs no walk through the folder for every file. */
const received = new Map<string, number>();

async function removeOldUploads(dataDir: string): Promise<void> {
  const root = join(dataDir, "uploads");
  for (const name of await readdir(root).catch(() => [])) {
    const info = await stat(join(root, name)).catch(() => null);
    if (info && Date.now() - info.mtimeMs > MAX_AGE_MS)
      await rm(join(root, name), { recursive: true, force: true });
  }
}
