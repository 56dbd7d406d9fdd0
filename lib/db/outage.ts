import { TimeLimitError } from "#lib/shared/time-limit.ts";

/** Codes of Node, Postgres and Prisma for a server that is gone, is going, or is not there yet. */
const lostCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTCONN", "ETIMEDOUT"],
  ...["08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03"],
  ...["P1001", "P1002", "P1017"],
]);
const lostWords =
  /connection terminated|connection ended|connection error|server has closed the connection|can't reach database server|no database is running|(?:connect ENOENT)/i;
/** Codes of Node and Postgres for a disk that takes no more. */
const diskCodes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "53100"]);
const diskWords = /no space left on device|disk quota exceeded|read-only file system/i;

/** Codes of Postgres and Prisma for a statement that the server ended, and a transaction that was not begun in time. */
const slowCodes = new Set(["57014", "P2028"]);
const slowWords = /canceling statement due to statement timeout/i;

/**
 * What to tell a person when something failed because the database or the disk went away; null when that is not why.
 * Looks through what wraps the error: Prisma puts the server's own into `cause` or `meta`.
 */
export function describeOutage(error: unknown): string | null {
  const chain = unwrap(error);
  if (has(chain, diskCodes, diskWords)) {
    return "The disk takes no more data. Free some space, and do it again: what was finished before is kept.";
  }
  if (has(chain, lostCodes, lostWords)) {
    return "The database went away. Do it again when it is back: what was finished before is kept.";
  }
  return null;
}

/** Whether something failed because it took longer than it may: here, on the server, or waiting for a transaction. */
export function isOverTime(error: unknown): boolean {
  return error instanceof TimeLimitError || has(unwrap(error), slowCodes, slowWords);
}

function has(chain: readonly Named[], codes: Set<string>, words: RegExp): boolean {
  return chain.some(({ code, message }) => codes.has(String(code)) || words.test(String(message)));
}

type Named = { code?: unknown; message?: unknown };

function unwrap(error: unknown, depth = 0): Named[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { code, message, cause, errors, meta } = error as Named & Record<string, unknown>;
  const more = [
    cause,
    meta,
    (error as Record<string, unknown>)["driverAdapterError"],
    ...(Array.isArray(errors) ? errors : []),
  ];
  return [{ code, message }, ...more.flatMap((each) => unwrap(each, depth + 1))];
}
