import type { Sample } from "../read-source.ts";
import type { ImportRecord } from "../records.ts";
import type { SourceFile } from "../walk-files.ts";

export type ParseInput = {
  file: SourceFile;
  sample: Sample;
  /** The benchmark to use instead of the one the source names, where the person gave one. */
  benchmark: string | null;
};

/** One way of writing memories or runs down. */
export type Format = {
  /** Name as shown, e.g. "mini-swe-agent-1". */
  name: string;
  /** By content; the path counts only where the content alone is a bare number or verdict. */
  recognize(sample: Sample): boolean;
  parse(input: ParseInput): AsyncIterable<ImportRecord> | Iterable<ImportRecord>;
};

/** The benchmark of a record whose source names none. */
export const UNSPECIFIED = "unspecified";
