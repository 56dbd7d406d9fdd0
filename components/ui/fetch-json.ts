import { fetchJson as fetchResult } from "./reach-server.ts";

/**
 * The answer of one of our own addresses, for a query that tells of failures by throwing.
 * @throws Error with the server's sentence, or one that says what to do where there is none
 */
export async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const answer = await fetchResult<T>(address, { signal });
  if (answer.ok) return answer.value;
  throw signal.aborted ? signal.reason : new Error(answer.error.message);
}
