import { ZodError } from "zod";
import { parseContent } from "#lib/memories/content.ts";
import { importedHashOf, type MemoryDraft } from "#lib/memories/record.ts";
import { hashJson } from "#lib/shared/hash.ts";
import type { MemoryRecord } from "./records.ts";
import type { Problem } from "./schema.ts";

export type Drafted = { record: MemoryRecord; draft: MemoryDraft; importedHash: string };

/**
 * Checks a record's content against its type and makes the draft of the memory; a fault names the field.
 * @param benchmarkName stored name of the record's benchmark: hashes are of the name as the source spells it, so that
 * a source stays known whatever its benchmark is called here
 */
export function draftMemory(record: MemoryRecord, benchmarkName: string): Drafted | Problem {
  try {
    const draft: MemoryDraft = {
      ...parseContent(record.type, record.content),
      benchmarkName: record.benchmark,
      taskName: record.taskName,
      task: record.task,
      outcome: record.outcome,
      lifecycle: record.lifecycle,
      validFrom: record.validFrom === null ? null : new Date(record.validFrom),
      validUntil: record.validUntil === null ? null : new Date(record.validUntil),
      tags: record.tags,
      generator: record.generator,
      sourceModel: record.sourceModel,
      sourceFormat: record.sourceFormat,
      sourcePath: record.path,
      importKey: record.importKey,
    };
    return { record, draft: { ...draft, benchmarkName }, importedHash: hashOf(draft, record) };
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const issue = error.issues[0];
    const field = ["content", ...(issue?.path ?? [])].join(".");
    return {
      path: record.path,
      line: record.line,
      field,
      reason: issue?.message ?? "The content does not match the memory's type.",
    };
  }
}

/** Vectors belong to what was imported: a pool that comes again with vectors is an update. */
function hashOf(draft: MemoryDraft, record: MemoryRecord): string {
  const said = importedHashOf(draft);
  return record.embeddings.length === 0 ? said : hashJson([said, record.embeddings]);
}
