/** What the browser may keep, and asks for again with the state it has. */
export type StateHeaders = { "Cache-Control": string; ETag: string };

/**
 * Answers by a state that stands for the bytes: 304 without making them where the browser has them already.
 * @param state stays the same as long as the answer does
 * @param make the whole answer, with the headers that let it be kept
 */
export async function answerByState(
  request: Request,
  state: string,
  make: (headers: StateHeaders) => Promise<Response>,
): Promise<Response> {
  const headers = { "Cache-Control": "private, no-cache", ETag: `"${state}"` };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return make(headers);
}
