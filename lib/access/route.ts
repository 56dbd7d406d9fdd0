import type { Failure } from "#lib/shared/result.ts";
import { foreignRequestReason } from "./foreign-request.ts";
import { requestRefusal } from "./request-limits.ts";

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

const statuses: Record<Failure["code"], number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
  canceled: 503,
};
const answerWithinMs = 60_000;

/**
 * What every route handler is: only for this machine's own pages and tools, within limits, answered in time, and its
 * failures as `{error: {code, message}}`. The proxy asks the same before; a route that it does not see is as shut.
 * @param limits `body: false` where the handler counts the bytes itself
 */
export function route<Context = unknown>(
  handler: Handler<Context>,
  limits: { body?: false; withinMs?: number } = {},
): Handler<Context> {
  return async (request, context) => {
    const reason = foreignRequestReason(request.method, request.headers);
    if (reason) return failed({ code: "forbidden", message: reason });
    const { pathname, search } = new URL(request.url);
    const method = limits.body === false ? "GET" : request.method;
    const refused = requestRefusal(method, pathname + search, request.headers);
    if (refused) return failed({ code: "invalid", message: refused.message }, refused.status);
    try {
      return await within(handler(request, context), limits.withinMs ?? answerWithinMs);
    } catch (error) {
      console.error(`${request.method} ${pathname}:`, error);
      const message = "This failed on the way. Try again; if it stays, run: npx carryover doctor";
      return failed({ code: "unavailable", message }, 500);
    }
  };
}

/** A failure as an answer, with the status of its code. */
export function failed(error: Failure, status = statuses[error.code]): Response {
  return Response.json({ error }, { status });
}

async function within(answer: Promise<Response>, ms: number): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Response>((resolve) => {
    const message = "The answer takes too long just now. Try again in a minute, or ask for less.";
    timer = setTimeout(() => resolve(busy(message, 30)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Too much at once: the same request will do later. */
export function busy(message: string, retryAfterSeconds: number): Response {
  const error: Failure = { code: "unavailable", message };
  return Response.json({ error }, { status: 503, headers: { "retry-after": String(retryAfterSeconds) } });
}
