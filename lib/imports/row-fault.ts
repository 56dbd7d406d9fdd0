import { Prisma } from "#lib/db/generated/client.ts";
import { truncateText } from "#lib/runs/trajectory-steps.ts";
import { SourceChanged } from "./reread.ts";

/**
 * Cardinality, data, integrity, check options, program limits, and what a trigger raises: what the row says, not the
 * state of the server.
 */
const ABOUT_THE_ROW = /^(?:(?:21|22|23|44|54)[0-9A-Z]{3}|P0001)$/;
/** Prisma's own words for the same: value too long, constraint, value out of range, inconsistent, unreadable value. */
const PRISMA_CODES = new Set([
  "P2000",
  "P2002",
  "P2003",
  "P2004",
  "P2005",
  "P2006",
  "P2007",
  "P2011",
  "P2020",
  "P2023",
]);

/** Does an error tell of what was to be written, so that other rows may still be? */
export function isRowFault(error: unknown): boolean {
  if (error instanceof SourceChanged || error instanceof Prisma.PrismaClientValidationError) return true;
  return codesOf(error).some((code) => PRISMA_CODES.has(code) || ABOUT_THE_ROW.test(code));
}

/** What a person reads of such an error. */
export function rowFaultReason(error: unknown): string {
  if (error instanceof SourceChanged) return error.message;
  const text =
    deepestMessage(error)
      .split("\n")
      .findLast((line) => line.trim() !== "") ?? "";
  return `The database refused it: ${truncateText(text.trim(), 300).text}`;
}

/** The codes on an error and on what caused it: the adapter's cause lies in the metadata. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const own = [code, originalCode].filter((value) => typeof value === "string");
  return [...own, ...[cause, meta, driverAdapterError].flatMap((inner) => codesOf(inner, depth + 1))];
}

function deepestMessage(error: unknown, depth = 0): string {
  if (typeof error !== "object" || error === null || depth > 4) return "";
  const { originalMessage, message, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  for (const inner of [driverAdapterError, cause, meta]) {
    const found = deepestMessage(inner, depth + 1);
    if (found !== "") return found;
  }
  return typeof originalMessage === "string" ? originalMessage : typeof message === "string" ? message : "";
}
