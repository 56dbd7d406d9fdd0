import { truncateText } from "#lib/runs/trajectory-steps.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { MemoryRecord } from "./records.ts";

type Known = Pick<MemoryRecord, "path" | "line" | "type" | "content" | "sourceFormat"> &
  Partial<Omit<MemoryRecord, "kind" | "importKey">> & { keyParts?: readonly unknown[] };

/**
 * A memory record with defaults for what a source leaves out. Its natural key is `keyParts` where the source
 * has ids of its own, else a hash of what the record says (type, benchmark, task and content).
 */
export function memoryRecord(known: Known): MemoryRecord {
  const { keyParts, ...given } = known;
  const record = {
    kind: "memory" as const,
    benchmark: "",
    taskName: "",
    task: "",
    outcome: "unknown" as const,
    lifecycle: "active" as const,
    validFrom: null,
    validUntil: null,
    tags: [],
    generator: null,
    sourceModel: null,
    id: null,
    ownId: null,
    embeddings: [],
    ...given,
  };
  const format = record.sourceFormat.split(" ")[0] ?? record.sourceFormat;
  const said = [record.type, record.benchmark, record.taskName, record.content];
  return {
    ...record,
    importKey: `${format}:${keyParts ? keyOf(keyParts) : hashJson(said)}`,
  };
}

/** Longer keys don't fit into the database's index. */
const MAX_KEY_BYTES = 1000;

function keyOf(parts: readonly unknown[]): string {
  const key = parts.join(":");
  return Buffer.byteLength(key) > MAX_KEY_BYTES ? hashJson(key) : key;
}

/** A heading for a text that has none: its first sentence, cut at a word. */
export function headingOf(text: string, limit = 120): string {
  const line = text.trim().split("\n")[0] ?? "";
  const sentence = /^.{12,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  if (sentence.length <= limit) return sentence;
  const cut = sentence.slice(0, limit);
  return `${truncateText(cut, Math.max(cut.lastIndexOf(" "), limit / 2)).text.trimEnd()} ...`;
}
