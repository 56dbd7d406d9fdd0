import type { PGlite } from "@electric-sql/pglite";

/** First bytes of the messages that a Sync ("S") closes: Parse, Bind, Describe, Execute, Close, Flush. */
const openingTypes = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));
/** A whole Sync: its letter and its length. */
const sync = Uint8Array.of("S".charCodeAt(0), 0, 0, 0, 4);

/**
 * The same database for a socket server that lets connections take turns after each message.
 *
 * A query with parameters is four messages or more, and all connections share one unnamed statement: between Parse and
 * Sync another connection's Parse would replace it, and the answer would be the other query's. The server keeps to one
 * connection while `isInTransaction()` is true, so this says it also from the first message of a request to its Sync.
 *
 * When a connection breaks within a transaction, the server sends a ROLLBACK. After a failed Parse, Postgres skips all
 * that comes before the Sync, which the dead client never sent: so one goes first, or the next client would find itself
 * in a failed transaction.
 * @param onBroken called when the database throws instead of answering: the server's queue would wait forever
 */
export function withAtomicRequests(db: PGlite, onBroken: (error: unknown) => void = rethrow): PGlite {
  let isOpen = false;
  async function run(message: Uint8Array, options: Parameters<PGlite["execProtocolRawStream"]>[1]) {
    isOpen = openingTypes.has(message[0] ?? 0);
    try {
      await db.execProtocolRawStream(message, options);
    } catch (error) {
      // A greeting that can't be read is the client's fault: it gets no answer.
      if (message[0] !== 0) onBroken(error);
    }
  }
  async function rollBack(sql: string) {
    await db.execProtocolRaw(sync);
    isOpen = false;
    return db.isInTransaction() ? db.exec(sql) : [];
  }
  return new Proxy(db, {
    get(target, name) {
      if (name === "isInTransaction") return () => isOpen || target.isInTransaction();
      if (name === "execProtocolRawStream") return run;
      // The only thing the server executes of its own.
      if (name === "exec") return rollBack;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function rethrow(error: unknown): never {
  throw error;
}
