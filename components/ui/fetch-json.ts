import type { Failure, Result } from "#lib/shared/result.ts";
import { fetchJson as fetchResult } from "./call-server.ts";

/** Why a query has no answer: the sentence as message, and whether to ask again. */
export class QueryFailure extends Error {
  readonly code: Failure["code"];
  constructor({ code, message }: Failure) {
    super(message);
    this.code = code;
  }
}

/**
 * What a result holds, for a query that tells of failures by throwing.
 * @throws QueryFailure with the server's sentence, or one that says what to do where there is none
 */
export function unwrap<T>(answer: Result<T>, signal: AbortSignal): T {
  if (answer.ok) return answer.value;
  throw signal.aborted ? signal.reason : new QueryFailure(answer.error);
}

/**
 * The answer of one of our own addresses, for a query.
 * @throws QueryFailure
 */
export async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  return unwrap(await fetchResult<T>(address, { signal }), signal);
}

/**
 * Waits before a query asks: of what changes faster than that, only the last is asked for.
 * @throws the signal's reason, as soon as the query is no longer wanted
 */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
