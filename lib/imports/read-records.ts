import { longName } from "./check-names.ts";
import type { Format } from "./formats/format.ts";
import { recognise } from "./formats/registry.ts";
import { retrievalLog } from "./formats/retrieval-log.ts";
import { readLines } from "./read-lines.ts";
import { HEAD_BYTES, MAX_DOCUMENT_BYTES, type Sample, sampleFile } from "./read-source.ts";
import { type ImportRecord, problem } from "./records.ts";
import { SourceFault } from "./source-bytes.ts";
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
    const { message } = error as Error;
    const fault = error instanceof SourceFault ? message : `The file could not be read: ${message}`;
    const { path, size } = file;
    const sample: Sample = { path, size, head: "", shape: "text", value: undefined, fault, note: null };
    return { sample, format: null };
  }
}

/** An agent's log may print pages before it prints what was retrieved; only texts longer than the sample are read. */
async function hasLateRetrievals(file: SourceFile, { shape, size, head, fault }: Sample): Promise<boolean> {
  const isText = shape === "text" && !head.includes("\u0000") && (fault === null || /^\s*[[{]/.test(head));
  if (!isText || size <= HEAD_BYTES || size > MAX_DOCUMENT_BYTES) return false;
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
    // A log may begin with a bracket: that its text is no JSON is worth a word only where the name promises some.
    const isLog = /^\s*[[{]/.test(sample.head) && !/\.(?:jsonl?|traj)$/i.test(file.path);
    const fault = isLog ? null : sample.fault;
    yield problem(fault ?? "Not recognised as any known format: nothing was imported from it.");
    return;
  }
  if (sample.note !== null) yield problem(sample.note);
  try {
    for await (const record of format.parse({ file, sample, benchmark })) {
      const clean = storable(record);
      yield longName(clean) ?? clean;
    }
  } catch (error) {
    yield problem(`The rest of this file could not be read: ${(error as Error).message}`);
  }
}
