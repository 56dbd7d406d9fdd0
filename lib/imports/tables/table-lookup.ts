import type { Db } from "#lib/db/client.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { TableRecord } from "../records.ts";
import {
  type ColumnMapping,
  columnsKey,
  mappingParts,
  missingColumn,
  parseMapping,
} from "./column-mapping.ts";

/** A mapping that a person gives for this import: for tables with just these columns, or (null) for any that has them. */
export type GivenMapping = { key: string | null; parts: readonly string[] };

type MappingFound = { mapping: ColumnMapping; source: "given" | "saved" };

/** Finds the mapping for the columns of a table; null = nobody has said what they are. */
export type TableLookup = {
  find: (columns: readonly string[]) => MappingFound | null;
  /** The first column that was named for any table and this one lacks. */
  missing: (columns: readonly string[]) => string | null;
};

/** No table is known. */
export const noTables: TableLookup = { find: () => null, missing: () => null };

/** The mappings of one import: given ones before saved ones. @returns "invalid" for one that can't be read */
export async function loadTables(db: Db, given: readonly GivenMapping[]): Promise<Result<TableLookup>> {
  const byKey = new Map<string, ColumnMapping>();
  const forAny: ColumnMapping[] = [];
  for (const { key, parts } of given) {
    const parsed = parseMapping(parts);
    if (!parsed.ok) return parsed;
    if (key === null) forAny.push(parsed.value);
    else byKey.set(key, parsed.value);
  }
  const saved = new Map<string, ColumnMapping>();
  for (const { key, mapping } of await db.columnMapping.findMany()) {
    const parsed = parseMapping(mapping);
    if (!parsed.ok)
      return err(
        "invalid",
        `A saved mapping can't be read (${parsed.error.message}): remove it in Settings.`,
      );
    saved.set(key, parsed.value);
  }
  return ok({
    find: (columns) => {
      const key = columnsKey(columns);
      const mapping = byKey.get(key) ?? forAny.find((one) => missingColumn(one, columns) === null);
      if (mapping) return { mapping, source: "given" };
      const known = saved.get(key);
      return known ? { mapping: known, source: "saved" } : null;
    },
    missing: (columns) => (forAny[0] ? missingColumn(forAny[0], columns) : null),
  });
}

/** Keeps mappings that a person gave, under their columns, with an audit row each where something changed. */
export async function saveMappings(db: Db, tables: readonly TableRecord[], actor: string): Promise<void> {
  for (const table of tables) {
    const { mapping, source } = table;
    if (mapping === null || source !== "given") continue;
    const columns = table.columns.map(({ name }) => name);
    const key = columnsKey(columns);
    const parts = mappingParts(mapping);
    const held = await db.columnMapping.findUnique({ where: { key } });
    if (held && held.mapping.join("\n") === parts.join("\n")) continue;
    const data = { columns: [...columns], mapping: parts, actor, updatedAt: new Date() };
    await db.columnMapping.upsert({ where: { key }, create: { key, ...data }, update: data });
    await db.auditEvent.create({
      data: { actor, action: "mapping.save", subjectId: key, detail: { mapping: parts } },
    });
  }
}
