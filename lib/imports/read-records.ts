import type { Format } from "./formats/format.ts";
import { recognise } from "./formats/registry.ts";
import { retrievalLog } from "./formats/retrieval-log.ts";
import { HEAD_BYTES, MAX_DOCUMENT_BYTES, readLines, type Sample, sampleFile } from "./read-source.ts";
import { type ImportRecord, problem } from "./records.ts";
import { storable } from "./storable.ts";
import type { SourceFile } from "./walk-files.ts";

export type Recognised = { format: Format | null; sample: Sample };

/** Samples a file and finds its format; an unreadable file is a text with a fault. */
export async function recogniseFile(file: SourceFile): Promise<Recognised> {
  try {
    const sample = await sampleFile(file);
    const format = recognise(sample) ?? ((await hasLateRetrievals(file, sample)) ? retrievalLog : null);
    return { sample, format };
  } catch (error) {
    const fault = `The file could not be read: ${(error as Error).message}`;
    const sample: Sample = {
      path: file.path,
      size: file.size,
      head: "",
      shape: "text",
      value: undefined,
      fault,
    };
    return { sample, format: null };
  }
}

/** An agent's log may print pages before it prints what was retrieved; only texts longer than the sample are read. */
async function hasLateRetrievals(file: SourceFile, { shape, size, head }: Sample): Promise<boolean> {
  if (shape !== "text" || head.includes("\u0000") || size <= HEAD_BYTES || size > MAX_DOCUMENT_BYTES)
    return false;
  for await (const { text } of readLines(file)) if (text.includes("<memory_items>")) return true;
  return false;
}

/**
 * The records of a recognised file, in order. A parser that throws ends this file with a problem, never the import:
 * one bad file must not stop the rest.
 */
export async function* parseFile(
  file: SourceFile,
  { format, sample }: Recognised,
  benchmark: string | null,
): AsyncGenerator<ImportRecord> {
  if (format === null) {
    const named = /\.(?:jsonl?|traj)$/i.test(file.path) || sample.head === "";
    const fault = named ? sample.fault : null;
    yield problem(fault ?? "Not recognised as any known format: nothing was imported from it.");
    return;
  }
  try {
    for await (const record of format.parse({ file, sample, benchmark })) yield storable(record);
  } catch (error) {
    yield problem(`The rest of this file could not be read: ${(error as Error).message}`);
  }
}
