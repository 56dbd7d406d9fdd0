import type { Db, RootDb } from "#lib/db/client.ts";
import { type Claim, ClaimLost } from "./claim.ts";
import { lockClaim } from "./jobs-sql.ts";

const writes = /^(create|update|upsert|delete)/;
const rawWrites = new Set<string | symbol>(["$executeRaw", "$executeRawUnsafe"]);

type Call = (...given: unknown[]) => Promise<unknown>;
type Named = Record<string | symbol, unknown>;

/**
 * The same client for the work of a job: every transaction, and every single write, is done only if the claim still
 * holds when it commits. A worker that slept through a takeover writes nothing twice.
 * @throws ClaimLost from such a transaction or write
 */
export function guardWrites(db: RootDb, claim: Claim): RootDb {
  async function transaction(work: (tx: Db) => Promise<unknown>, options?: object): Promise<unknown> {
    return db.$transaction(async (tx) => {
      const done = await work(tx);
      if (!(await lockClaim(tx, claim))) throw new ClaimLost();
      return done;
    }, options);
  }
  const guardModel = (model: object, name: string | symbol) =>
    new Proxy(model, {
      get(target, method) {
        const call = Reflect.get(target, method, target);
        if (typeof method !== "string" || typeof call !== "function" || !writes.test(method)) return call;
        return (...given: unknown[]) =>
          transaction(
            (tx) =>
              ((tx as unknown as Named)[name] as Record<string, Call>)[method]?.(
                ...given,
              ) as Promise<unknown>,
          );
      },
    });
  return new Proxy(db, {
    get(target, name) {
      if (name === "$transaction") return transaction;
      if (rawWrites.has(name)) {
        return (...given: unknown[]) =>
          transaction((tx) => ((tx as unknown as Named)[name] as Call)(...given));
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "object" && value !== null ? guardModel(value, name) : value;
    },
  });
}
