/** A reply that holds more than a request allows. */
export class ReplyTooLongError extends Error {}

/**
 * A `fetch` whose request ends with an error when head and body did not arrive in time, or when the body is longer
 * than allowed: a server that trickles or never stops can neither hang nor fill the process.
 * @throws TimeoutError (DOMException) out of the call or of reading the body; ReplyTooLongError out of reading it
 */
export function limitedFetch({ timeoutMs, bytes }: { timeoutMs: number; bytes: number }): typeof fetch {
  return async (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs), ...(init?.signal ? [init.signal] : [])];
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    if (!response.body) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(limit(bytes)), { status, statusText, headers });
  };
}

function limit(bytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new ReplyTooLongError(`The reply is longer than ${bytes} bytes.`));
      else controller.enqueue(chunk);
    },
  });
}

/** Whether the limit of time ended a request while its body was read. */
export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
}

/** Whether the connection broke in the middle of a body: what `fetch` throws then. */
export function isBrokenReply(error: unknown): boolean {
  return error instanceof TypeError && error.message === "terminated";
}
