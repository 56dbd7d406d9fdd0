import { isObject, type JsonObject, kindOf } from "../json-fields.ts";
import { readRows } from "../read-source.ts";
import { type ProblemRecord, problem } from "../records.ts";
import type { Noun } from "../schema.ts";
import type { ParseInput } from "./format.ts";

/** A row that is an object. inRow: a field's JSON path in the file. */
export type ObjectRow = { value: JsonObject; line: number | null; inRow: (field: string) => string };

/**
 * The rows of a file of records, each an object; a row that is none is a problem that rejects one of `noun`.
 * @param noun and `what` it is called in a sentence
 */
export async function* objectRows(
  { file, sample }: ParseInput,
  { noun, what }: { noun: Noun; what: string },
): AsyncGenerator<ObjectRow | ProblemRecord> {
  for await (const { line, field, value, fault, note } of readRows(file, sample)) {
    const at = { line, field, rejects: noun };
    if (fault !== null) yield problem(fault, at);
    else if (!isObject(value)) yield problem(`Expected ${what}, found ${kindOf(value)}.`, at);
    else {
      if (note !== null) yield problem(note, { line, field });
      yield { value, line, inRow: (inner) => (field === null ? inner : `${field}.${inner}`) };
    }
  }
}

export function isProblem(row: ObjectRow | ProblemRecord): row is ProblemRecord {
  return "kind" in row && row.kind === "problem";
}
