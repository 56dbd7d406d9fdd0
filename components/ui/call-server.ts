import type { Failure, Result } from "#lib/shared/result.ts";

type Refused = { ok: false; error: Failure };

const gone =
  "The server did not answer, so this may not have been saved. Check that it is running, then try again; after an update, copy what you typed and reload the page.";
const broken =
  "The server failed, so this may not have been saved. Try again; if it keeps failing, run: npx carryover doctor";

/**
 * The one way to call a server action: a server that is gone, or fails, is a failure like any other. A thrown error
 * would replace the page, and with it what is typed. The caller shows the failure's message.
 */
export async function callServer<R>(call: () => Promise<R>): Promise<R | Refused> {
  try {
    return await call();
  } catch (error) {
    // A digest names the server's own log line: the action was reached and threw.
    const wasReached = error instanceof Error && "digest" in error;
    return unavailable(wasReached ? broken : gone);
  }
}

/**
 * The one way to fetch: what the server answered, or why not. A failure that the server tells is handed on.
 * @throws nothing; an aborted request is a "canceled" failure
 */
export async function fetchFrom(address: string, init: RequestInit = {}): Promise<Result<Response>> {
  try {
    const response = await fetch(address, init);
    if (response.ok) return { ok: true, value: response };
    const body = (await response.json().catch(() => null)) as { error?: Failure } | null;
    return body?.error?.message
      ? { ok: false, error: body.error }
      : unavailable(`The server answered ${response.status}. Try again.`);
  } catch {
    if (init.signal?.aborted) return { ok: false, error: { code: "canceled", message: "Canceled." } };
    return unavailable("The server is not answering. Check that it is running, then try again.");
  }
}

/** The JSON at an address, or why there is none. */
export async function fetchJson<T>(address: string, init: RequestInit = {}): Promise<Result<T>> {
  const answer = await fetchFrom(address, init);
  if (!answer.ok) return answer;
  try {
    return { ok: true, value: (await answer.value.json()) as T };
  } catch {
    return unavailable("The server's answer was cut off. Try again.");
  }
}

function unavailable(message: string): Refused {
  return { ok: false, error: { code: "unavailable", message } };
}
