/** Reading fields of unknown JSON without trusting any of them. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The value when it is an object, else an empty object: for optional branches of a document. */
export function objectAt(value: unknown, key: string): JsonObject {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

/** The text when it is one that says something, else null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** The number when it is finite, else null: NaN and Infinity never reach the database. */
export function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Largest value of the database's integer columns. */
const MAX_COUNT = 2 ** 31 - 1;

/** A count, rounded; null when it is not a number, or is none that a count can be. */
export function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number === null || number < 0 || number > MAX_COUNT ? null : Math.round(number);
}

/** The strings of a list; anything else in it is dropped. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** An ISO time in UTC, or null. A time without a zone is read as UTC, so that every machine reads the same. */
export function timeOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return isoTime(new Date(value * 1000));
  if (typeof value !== "string" || value === "") return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(value);
  return isoTime(new Date(zoned ? value : `${value.replace(" ", "T")}Z`));
}

function isoTime(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Milliseconds between two times, or null when either is unknown or they run backwards. */
export function millisecondsBetween(start: unknown, end: unknown): number | null {
  const from = timeOf(start);
  const to = timeOf(end);
  if (from === null || to === null) return null;
  const span = Date.parse(to) - Date.parse(from);
  return countOf(span);
}

/** A chat message's text: a string, or the text parts of a list of parts. */
export function messageText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => (typeof part === "string" ? part : isObject(part) ? (textOf(part["text"]) ?? "") : ""))
    .filter((text) => text !== "")
    .join("\n");
}

/** Names what a value is, for problem sentences. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
