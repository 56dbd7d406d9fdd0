import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ExportedMemory } from "./schema.ts";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];
type Column = { name: string; elements: SchemaElement[]; value: (memory: ExportedMemory) => unknown };

/** Rows held before they are written: 1,000 vectors of 1,536 numbers are 12 MB. */
const ROW_GROUP = 1000;

const COLUMNS: readonly Column[] = [
  text("id", (memory) => memory.id),
  text("type", (memory) => memory.type),
  text("benchmark", (memory) => memory.benchmark),
  text("task_name", (memory) => memory.taskName),
  text("task", (memory) => memory.task),
  text("outcome", (memory) => memory.outcome),
  text("title", (memory) => memory.title),
  text("text", (memory) => memory.text),
  text("content_json", (memory) => JSON.stringify(memory.content)),
  text("lifecycle", (memory) => memory.lifecycle),
  time("valid_from", (memory) => memory.validFrom),
  time("valid_until", (memory) => memory.validUntil),
  list("tags", { type: "BYTE_ARRAY", converted_type: "UTF8" }, (memory) => memory.tags),
  text("generator", (memory) => memory.generator),
  text("source_model", (memory) => memory.sourceModel),
  text("source_format", (memory) => memory.sourceFormat),
  {
    name: "version",
    elements: [{ name: "version", type: "INT32", repetition_type: "REQUIRED" }],
    value: (memory) => memory.version,
  },
  time("created_at", (memory) => memory.createdAt),
  time("updated_at", (memory) => memory.updatedAt),
  text("embedding_model", (memory) => memory.vectors[0]?.model ?? null),
  list("embedding", { type: "FLOAT" }, (memory) => memory.vectors[0]?.vector ?? null),
];

/** Parquet with Snappy: one memory a row, the vector of the active space as a list of 32-bit floats. */
export async function* encodeParquet(memories: AsyncIterable<ExportedMemory>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: "root", num_children: COLUMNS.length },
    ...COLUMNS.flatMap((column) => column.elements),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: "carryover" });
  let group: ExportedMemory[] = [];
  for await (const memory of memories) {
    group.push(memory);
    if (group.length < ROW_GROUP) continue;
    yield await writeGroup(parquet, writer, group);
    group = [];
  }
  if (group.length > 0) yield await writeGroup(parquet, writer, group);
  await parquet.finish();
  yield taken(writer);
}

async function writeGroup(
  parquet: ParquetWriter,
  writer: ByteWriter,
  group: readonly ExportedMemory[],
): Promise<Uint8Array> {
  const columnData = COLUMNS.map(({ name, value }) => ({ name, data: group.map(value) }));
  await parquet.write({ columnData, rowGroupSize: group.length });
  return taken(writer);
}

/** The bytes written since the last call; the writer goes on counting its offset. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer.slice(0, writer.index));
  writer.index = 0;
  return bytes;
}

function text(name: string, value: Column["value"]): Column {
  return {
    name,
    value,
    elements: [{ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" }],
  };
}

function time(name: string, value: Column["value"]): Column {
  return {
    name,
    value,
    elements: [{ name, type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "OPTIONAL" }],
  };
}

function list(name: string, element: Omit<SchemaElement, "name">, value: Column["value"]): Column {
  return {
    name,
    value,
    elements: [
      { name, converted_type: "LIST", repetition_type: "OPTIONAL", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "OPTIONAL", ...element },
    ],
  };
}
