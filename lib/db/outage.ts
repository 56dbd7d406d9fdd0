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

/**
 * What to tell a person when something failed because the database or the disk went away; null when that is not why.
 * Looks through what wraps the error: Prisma puts the server's own into `cause` or `meta`.
 */
export function outageSentence(error: unknown): string | null {
  const chain = unwrap(error);
  const has = (codes: Set<string>, words: RegExp) =>
    chain.some(({ code, message }) => codes.has(String(code)) || words.test(String(message)));
  if (has(diskCodes, diskWords)) {
    return "The disk takes no more data. Free some space, and do it again: what was finished before is kept.";
  }
  if (has(lostCodes, lostWords)) {
    return "The database went away. Do it again when it is back: what was finished before is kept.";
  }
  return null;
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
