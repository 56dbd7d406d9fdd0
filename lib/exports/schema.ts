/**
 * The words of this folder.
 * - export: the memories that a filter holds, written in one format.
 * - portable vector: one that importing the text again could not rebuild for free; the built-in lexical ones are not.
 */
import type { Lifecycle, MemoryOutcome, MemoryType } from "#lib/db/generated/client.ts";

export const exportFormats = ["jsonl", "parquet", "csv", "mtl", "markdown"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** File name ending and media type of each format. */
export const exportFiles: Record<ExportFormat, { ending: string; mediaType: string; title: string }> = {
  jsonl: { ending: "jsonl", mediaType: "application/jsonl", title: "JSON Lines (carryover-memory/1)" },
  parquet: { ending: "parquet", mediaType: "application/vnd.apache.parquet", title: "Parquet" },
  csv: { ending: "csv", mediaType: "text/csv; charset=utf-8", title: "CSV" },
  mtl: { ending: "json", mediaType: "application/json", title: "MTL pool (JSON)" },
  markdown: { ending: "md", mediaType: "text/markdown; charset=utf-8", title: "Markdown" },
};

export type ExportedVector = { model: string; dimensions: number; vector: number[] };

/** One memory as the encoders get it. */
export type ExportedMemory = {
  id: string;
  type: MemoryType;
  benchmark: string;
  taskName: string;
  task: string;
  outcome: MemoryOutcome;
  /** Content of its type, keys in the order of the type's schema. */
  content: Record<string, unknown>;
  title: string;
  /** The whole content as plain text. */
  text: string;
  lifecycle: Lifecycle;
  validFrom: Date | null;
  validUntil: Date | null;
  tags: string[];
  generator: string | null;
  sourceModel: string | null;
  sourceFormat: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  vectors: ExportedVector[];
};

/** Turns memories into the bytes of a file, piece by piece. */
export type Encoder = (memories: AsyncIterable<ExportedMemory>) => AsyncIterable<string | Uint8Array>;
