/** Not allowed in Postgres text, yet real: terminals print NUL, cut-off logs end inside a surrogate pair. */
const NUL = "\u0000";
const LONE_SURROGATES = /\p{Surrogate}/gu;
const REPLACEMENT = "\uFFFD";

/** A copy of a value whose texts a database can store: NUL and lone surrogates become U+FFFD. */
export function sanitizeForPostgres<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string")
    return value.replaceAll(NUL, REPLACEMENT).replaceAll(LONE_SURROGATES, REPLACEMENT);
  if (Array.isArray(value)) return value.every(isNumber) ? value : value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [cleaned(key) as string, cleaned(inner)]),
  );
}

/** A list of numbers is a vector: long, and without texts. */
function isNumber(value: unknown): boolean {
  return typeof value === "number";
}
