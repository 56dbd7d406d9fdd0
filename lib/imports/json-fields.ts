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

/** A name that a source may also write as a whole number, as text; else null. */
export function nameOf(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : textOf(value);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The text in small letters when it is a UUID, else null. */
export function uuidOf(value: unknown): string | null {
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : null;
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

/** An amount such as a cost: finite and not below 0, else null. */
export function amountOf(value: unknown): number | null {
  const number = numberOf(value);
  return number === null || number < 0 ? null : number;
}

/** The strings of a list; anything else in it is dropped. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?))?)?$/;
/** What the database's time columns and every reader of ISO 8601 can hold. */
const [FIRST_TIME, LAST_TIME] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/**
 * An ISO time in UTC, or null for what is none: RFC 3339, also with a blank for the T, without seconds, without a zone
 * (read as UTC, so that every machine reads the same), or a date alone; seconds since 1970 as a number. A day that
 * the calendar does not have is no time.
 */
export function timeOf(value: unknown): string | null {
  if (typeof value === "number") return isoTime(value * 1000);
  const parts = typeof value === "string" ? TIME.exec(value.trim()) : null;
  if (parts === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "0"] = parts;
  const [zoneHours, zoneMinutes] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (Number(hour) > 23 || zoneHours > 23 || zoneMinutes > 59) return null;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
  const at = new Date(wall);
  // Date counts on over the end of a month: what comes back must be the day that went in.
  if (Number.isNaN(at.getTime()) || at.toISOString() !== wall) return null;
  const shift = (zoneHours * 60 + zoneMinutes) * 60_000;
  return isoTime(at.getTime() - (parts[8] === "-" ? -shift : shift));
}

function isoTime(milliseconds: number): string | null {
  const inRange = milliseconds >= FIRST_TIME && milliseconds <= LAST_TIME;
  return inRange ? new Date(milliseconds).toISOString() : null;
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
