import { PGlite, type PGliteOptions } from "@electric-sql/pglite";

/** What PGlite throws to itself when a query fails: the way back into its main loop, no fault. */
const backToMainLoop = 100;

/**
 * PGlite that tells when Postgres itself ends, as it does when it can't write its log. PGlite takes that for a failed
 * query and asks the dead server again, forever and without giving the event loop a turn: nothing but the end of the
 * process helps.
 */
export class EmbeddedDatabase extends PGlite {
  #onEnd: (error: unknown) => void;
  #watched: unknown;

  /** @param onEnd called in the middle of a query: it must not return but end the process */
  constructor(options: PGliteOptions, onEnd: (error: unknown) => void) {
    super(options);
    this.#onEnd = onEnd;
  }

  override execProtocolRawSync(message: Uint8Array) {
    this.#watch();
    return super.execProtocolRawSync(message);
  }

  #watch(): void {
    const server = this.mod;
    if (!server || this.#watched === server) return;
    this.#watched = server;
    const step = server._PostgresMainLoopOnce;
    server._PostgresMainLoopOnce = () => {
      try {
        return step();
      } catch (error) {
        if ((error as { status?: number }).status !== backToMainLoop) this.#onEnd(error);
        throw error;
      }
    };
  }
}
