import type { ExportedMemory } from "./schema.ts";

type Column = [name: string, value: (memory: ExportedMemory) => string | number | null];

const COLUMNS: readonly Column[] = [
  ["id", (memory) => memory.id],
  ["type", (memory) => memory.type],
  ["benchmark", (memory) => memory.benchmark],
  ["task_name", (memory) => memory.taskName],
  ["task", (memory) => memory.task],
  ["outcome", (memory) => memory.outcome],
  ["title", (memory) => memory.title],
  ["text", (memory) => memory.text],
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

/** CSV after RFC 4180 (CRLF, quotes doubled), one memory a row, for spreadsheets; it can't be imported again. */
export async function* encodeCsv(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<string> {
  yield `${COLUMNS.map(([name]) => name).join(",")}\r\n`;
  for await (const memory of memories) {
    yield `${COLUMNS.map(([, value]) => csvCell(value(memory))).join(",")}\r\n`;
  }
}

/**
 * A cell. A text that a spreadsheet would run as a formula gets an apostrophe in front: memories are written by
 * models, and a file that is opened must not act.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
