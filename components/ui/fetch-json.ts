/**
 * The answer of one of our own addresses.
 * @throws Error with the server's sentence, or one that says what to do where there is none
 */
export async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Error("The server does not answer. Check that it runs, then try again.");
  });
  if (response.ok) return (await response.json()) as T;
  const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new Error(answer?.error?.message ?? `The server answered ${response.status}. Try again.`);
}
