import { TimeLimitError, withinTime } from "#lib/shared/time-limit.ts";
import type { RootDb } from "./client.ts";
import { isOverTime } from "./outage.ts";

/**
 * The same database for one request: when its time is over, what waits for an answer is given up and nothing more is
 * asked, so that a transaction is rolled back. A server ends the statement as well (see `getWebDb`); the embedded
 * database can't, and runs it to its end.
 * @param withinMs from now on
 * @returns a client whose calls throw TimeLimitError then
 */
export function limitDb(db: RootDb, withinMs: number): RootDb {
  const until = performance.now() + withinMs;
  const limited = db.$extends({
    query: {
      async $allOperations({ args, query }) {
        const left = until - performance.now();
        if (left <= 0) throw new TimeLimitError();
        try {
          return await withinTime(query(args), left);
        } catch (error) {
          throw isOverTime(error) ? new TimeLimitError() : error;
        }
      },
    },
  });
  // Its type differs by methods that are about extensions alone.
  return limited as unknown as RootDb;
}
