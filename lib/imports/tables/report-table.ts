import type { TableRecord } from "../records.ts";
import type { TableReport } from "../schema.ts";
import { columnsKey, mappingParts } from "./column-mapping.ts";

/** A table as the report tells of it. */
export function reportOfTable({ path, columns, mapping, source, guess }: TableRecord): TableReport {
  return {
    path,
    key: columnsKey(columns.map(({ name }) => name)),
    columns,
    mapping: mapping && mappingParts(mapping),
    source,
    guess: guess && mappingParts(guess),
  };
}
