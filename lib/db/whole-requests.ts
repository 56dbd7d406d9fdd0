import type { PGlite } from "@electric-sql/pglite";

/** First bytes of the messages that a Sync ("S") closes: Parse, Bind, Describe, Execute, Close, Flush. */
const openingTypes = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * The same database for a socket server that lets connections take turns after each message. A query
 * with parameters is four messages or more, and all connections share one unnamed statement: between
 * Parse and Sync another connection's Parse would replace it, and the answer would be the other
 * query's. The server keeps to one connection while `isInTransaction()` is true, so this says it also
 * from the first message of a request to its Sync.
 */
export function wholeRequests(db: PGlite): PGlite {
  let isOpen = false;
  return new Proxy(db, {
    get(target, name) {
      if (name === "isInTransaction") return () => isOpen || target.isInTransaction();
      if (name === "execProtocolRawStream") {
        return (message: Uint8Array, options: Parameters<PGlite["execProtocolRawStream"]>[1]) => {
          isOpen = openingTypes.has(message[0] ?? 0);
          return target.execProtocolRawStream(message, options);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
