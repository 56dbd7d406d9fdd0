/** What a JSON text says; `fault` when it says nothing, `note` when it was read with a change. */
export type ParsedJson = { value: unknown; fault: string | null; note: string | null };

/** Deeper nesting has no meaning here, and code that walks a value would run out of stack. */
export const MAX_DEPTH = 200;

const NOT_A_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs;

/**
 * Parses a JSON text. `NaN` and `Infinity`, which Python writes though JSON has no such numbers, are read as null and
 * told in `note`. A fault says where in the text it is, without a line: the caller knows which line of the file it is.
 */
export function parseJson(text: string): ParsedJson {
  const strict = parsed(text);
  if (strict.fault === null || !/\b(?:NaN|Infinity)\b/.test(text)) return strict;
  const loose = parsed(text.replace(NOT_A_NUMBER, (found) => (found.startsWith('"') ? found : "null")));
  if (loose.fault !== null) return strict;
  return { ...loose, note: "NaN and Infinity are not JSON numbers and were read as null." };
}

function parsed(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    const fault = isDeeperThan(value, MAX_DEPTH) ? `nested more than ${MAX_DEPTH} levels deep` : null;
    return { value: fault === null ? value : undefined, fault, note: null };
  } catch (error) {
    return { value: undefined, fault: placed((error as Error).message), note: null };
  }
}

/** V8 counts lines inside the text it was given: of a text of one line, only the column means something. */
function placed(message: string): string {
  return message.replace(/ in JSON at position \d+ \((?:line 1 )?([^)]+)\)/, " at $1");
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== "object") return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, levels - 1));
  for (const key in value) if (isDeeperThan((value as Record<string, unknown>)[key], levels - 1)) return true;
  return false;
}
