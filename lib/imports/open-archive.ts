import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { unpackLimitMessage, unpackLimits } from "./source-bytes.ts";

type ArchiveEntry = { name: string; size: number; open: () => Promise<Readable> };
/** The files of a ZIP archive, sorted by name, read from where they lie. */
export type Archive = { entries: ArchiveEntry[]; close: () => void };

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a ZIP archive; nothing is unpacked to disk. Names that lead out of it are refused by the library, sizes that
 * are not what the archive says end the reading of that entry.
 * @param size bytes of the archive, which what is in it is measured against
 * @returns "invalid" for an archive that is damaged, encrypted, or comes to far more than it should
 */
export async function openArchive(
  path: string,
  size: number,
  limits = unpackLimits,
): Promise<Result<Archive>> {
  let file: ZipFile;
  try {
    file = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: false });
  } catch (error) {
    return err("invalid", damaged(error));
  }
  const close = () => file.close();
  try {
    const entries: ArchiveEntry[] = [];
    let total = 0;
    for await (const entry of file.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      const fault = faultOf(entry);
      total += entry.uncompressedSize;
      const isBomb = total > limits.ratioFrom && total > limits.ratio * size;
      const refusal =
        fault ??
        (isBomb || total > limits.bytes ? unpackLimitMessage(limits) : null) ??
        (entries.length >= limits.entries ? tooMany(limits.entries) : null);
      if (refusal !== null) {
        close();
        return err("invalid", refusal);
      }
      const open = () => file.openReadStreamPromise(entry);
      entries.push({ name: entry.fileName, size: entry.uncompressedSize, open });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return ok({ entries, close });
  } catch (error) {
    close();
    return err("invalid", damaged(error));
  }
}

function faultOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return "This ZIP archive is encrypted. Unpack it and import the folder.";
  if (entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED) return null;
  return "This ZIP archive uses a compression method that can't be read here. Unpack it and import the folder.";
}

function damaged(error: unknown): string {
  return `This ZIP archive can't be read: ${(error as Error).message}. Unpack it and import the folder.`;
}

function tooMany(entries: number): string {
  return `This ZIP archive holds more than ${entries} files. Unpack it and import the folder.`;
}
