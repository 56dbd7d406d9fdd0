import { shown } from "./unreadable.ts";

/** The longest vector that pgvector stores. */
const MAX_DIMENSIONS = 16_000;

/** Why a value can't be stored as a vector, with its place inside it ("" or "[3]"); null when it can. */
export function vectorFault(value: unknown): { at: string; reason: string } | null {
  if (!Array.isArray(value) || value.length === 0) return { at: "", reason: "Expected a list of numbers." };
  if (value.length > MAX_DIMENSIONS)
    return { at: "", reason: `A vector has at most ${MAX_DIMENSIONS} numbers; this has ${value.length}.` };
  let isZero = true;
  for (const [index, part] of value.entries()) {
    if (typeof part !== "number" || !Number.isFinite(part))
      return { at: `[${index}]`, reason: `Expected a number, found ${shown(part)}.` };
    // Vectors are stored as 32-bit floats.
    const stored = Math.fround(part);
    if (!Number.isFinite(stored)) return { at: `[${index}]`, reason: `${part} does not fit a 32-bit float.` };
    if (stored !== 0) isZero = false;
  }
  return isZero ? { at: "", reason: "All numbers are 0: the vector has no direction." } : null;
}
