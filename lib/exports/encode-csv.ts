import { type CsvColumn, streamCsv } from "#lib/shared/csv.ts";
import type { ExportedMemory } from "./schema.ts";

const COLUMNS: readonly CsvColumn<ExportedMemory>[] = [
  ["id", (memory) => memory.id],
  ["type", (memory) => memory.type],
  ["benchmark", (memory) => memory.benchmark],
  ["task_name", (memory) => memory.taskName],
  ["task", (memory) => memory.task],
  ["outcome", (memory) => memory.outcome],
  ["title", (memory) => memory.title],
  ["text", (memory) => memory.text],
  ["content_json", (memory) => JSON.stringify(memory.content)],
  ["lifecycle", (memory) => memory.lifecycle],
  ["valid_from", (memory) => memory.validFrom?.toISOString() ?? null],
  ["valid_until", (memory) => memory.validUntil?.toISOString() ?? null],
  ["tags", (memory) => memory.tags.join("; ")],
  ["generator", (memory) => memory.generator],
  ["source_model", (memory) => memory.sourceModel],
  ["source_format", (memory) => memory.sourceFormat],
  ["version", (memory) => memory.version],
  ["created_at", (memory) => memory.createdAt.toISOString()],
  ["updated_at", (memory) => memory.updatedAt.toISOString()],
];

/** CSV after RFC 4180 (CRLF, quotes doubled), one memory a row, for spreadsheets; vectors are not in it. */
export function encodeCsv(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<string> {
  return streamCsv(COLUMNS, memories);
}
