import type { Failure } from "#lib/shared/result.ts";

/**
 * Calls a server action so that a server that is gone is a failure like any other: a thrown error would
 * replace the page, and with it what is typed.
 */
export async function reachServer<R>(call: () => Promise<R>): Promise<R | { ok: false; error: Failure }> {
  try {
    return await call();
  } catch {
    const message =
      "The server did not answer, so this may not be saved. See that it runs, then try again; after an update, copy what you typed and reload the page.";
    return { ok: false, error: { code: "unavailable", message } };
  }
}
