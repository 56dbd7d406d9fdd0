import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { JsonObject } from "./json-fields.ts";
import { MAX_DOCUMENT_BYTES } from "./read-source.ts";
import { readBytes } from "./source-bytes.ts";
import type { SourceFile } from "./walk-files.ts";

const REQUIRED = ["id", "type", "benchmark", "content_json"];
/** A row group is unpacked whole, so what it comes to is looked at before. */
const MAX_GROUP_BYTES = 1024 * 1024 * 1024;

/**
 * The rows of a Parquet file that an export wrote, a row group at a time.
 * @returns "invalid" for a file of other columns, a damaged one, or one whose groups are too large to be held
 */
export async function readParquetRows(file: SourceFile): Promise<Result<AsyncGenerator<JsonObject>>> {
  try {
    const buffer = file.open ? await wholeBuffer(file) : await asyncBufferFromFile(file.absolute);
    const metadata = await parquetMetadataAsync(buffer);
    const columns = new Set(metadata.schema.map(({ name }) => name));
    if (!REQUIRED.every((name) => columns.has(name)))
      return err("invalid", "The columns of this Parquet file are not those of a memory export.");
    if (metadata.row_groups.some((group) => group.total_byte_size > MAX_GROUP_BYTES))
      return err("invalid", "A row group of this Parquet file is larger than 1 GB. Export it as JSON Lines.");
    return ok(rowsOf(buffer, metadata));
  } catch (error) {
    return err("invalid", `This Parquet file can't be read: ${(error as Error).message}.`);
  }
}

type Buffered = Awaited<ReturnType<typeof asyncBufferFromFile>>;
type Metadata = Awaited<ReturnType<typeof parquetMetadataAsync>>;

async function* rowsOf(file: Buffered, metadata: Metadata): AsyncGenerator<JsonObject> {
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    yield* await parquetReadObjects({ file, metadata, rowStart, rowEnd });
    rowStart = rowEnd;
  }
}

/** A file out of an archive can't be read at any place: it is held whole. */
async function wholeBuffer(file: SourceFile): Promise<Buffered> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readBytes(file)) {
    parts.push(part);
    size += part.length;
    if (size > MAX_DOCUMENT_BYTES) throw new Error("out of an archive, it may have 200 MB; unpack it first");
  }
  const bytes = new Uint8Array(Buffer.concat(parts));
  return { byteLength: bytes.length, slice: (start, end) => bytes.buffer.slice(start, end) };
}
