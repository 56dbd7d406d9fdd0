import { amountOf, countOf, isObject, kindOf, nameOf, timeOf } from "./json-fields.ts";
import { type ProblemRecord, problem } from "./records.ts";

/** What an optional field has to be. */
export type FieldKind = "text" | "texts" | "name" | "count" | "amount" | "time";

const KINDS: Record<FieldKind, { expected: string; isFine: (value: unknown) => boolean }> = {
  text: { expected: "a string", isFine: (value) => typeof value === "string" },
  texts: {
    expected: "a list of strings",
    isFine: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  },
  name: {
    expected: "a text or a whole number",
    isFine: (value) => value === "" || nameOf(value) !== null,
  },
  count: { expected: "a whole number from 0 to 2147483647", isFine: (value) => countOf(value) !== null },
  amount: { expected: "a number of 0 or more", isFine: (value) => amountOf(value) !== null },
  time: { expected: "a time such as 2026-03-01T00:00:00Z", isFine: (value) => timeOf(value) !== null },
};

/**
 * Problems for optional fields that are there and say nothing that can be kept; what they belong to is imported
 * without them. null and a missing field are no problem.
 * @param fields path inside the row, with dots, to what stands there
 */
export function unreadable(
  row: unknown,
  fields: Record<string, FieldKind>,
  at: { line?: number | null; inRow?: (field: string) => string } = {},
): ProblemRecord[] {
  const { line = null, inRow = (field) => field } = at;
  return Object.entries(fields).flatMap(([path, name]) => {
    const value = path
      .split(".")
      .reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), row);
    const kind = KINDS[name];
    if (value == null || kind.isFine(value)) return [];
    // Of a list the texts are kept.
    const wrong =
      name === "texts" && Array.isArray(value) ? value.filter((item) => typeof item !== "string") : value;
    return [
      problem(`Expected ${kind.expected}, found ${shown(wrong)}: left out.`, { line, field: inRow(path) }),
    ];
  });
}

/** A value as a sentence can hold it: short ones as they are, long ones by their kind. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 60 ? text : kindOf(value);
}
