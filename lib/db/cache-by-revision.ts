import { canonicalJson } from "#lib/shared/hash.ts";
import { memoizeAsync } from "#lib/shared/memoize-async.ts";
import type { Db } from "./client.ts";
import { getRevision, type RevisedTable } from "./data-revision.ts";

/**
 * Keeps what is computed from some tables until one of them is written to; two hundred who ask at once wait for one
 * computation. Inside a transaction, whose writes others may never see, everything is computed.
 * @param most how many answers are kept
 */
export function cacheByRevision<T>(most: number, ...tables: RevisedTable[]) {
  const keep = memoizeAsync<T>(most);
  return async (db: Db, asked: unknown, compute: () => Promise<T>): Promise<T> => {
    if (!("$transaction" in db)) return compute();
    return keep(canonicalJson([await getRevision(db, ...tables), asked]), compute);
  };
}
