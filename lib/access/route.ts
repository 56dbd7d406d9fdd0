import { isOverTime } from "#lib/db/outage.ts";
import type { Failure } from "#lib/shared/result.ts";
import { withinTime } from "#lib/shared/time-limit.ts";
import { foreignRequestReason } from "./foreign-request.ts";
import { answerWithinMs } from "./request-db.ts";
import { requestRefusal } from "./request-limits.ts";

type Route<Context> = (request: Request, context: Context) => Promise<Response>;
/** signal: aborted when the time is over or the one who asked has left. */
type Handler<Context> = (request: Request, context: Context, signal: AbortSignal) => Promise<Response>;

const statuses: Record<Failure["code"], number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
  canceled: 503,
};

/**
 * What every route handler is: only for this machine's own pages and tools, within limits, answered in time, and its
 * failures as `{error: {code, message}}`. The proxy asks the same before; a route that it does not see is as shut.
 * @param limits `body: false` where the handler counts the bytes itself
 */
export function route<Context = unknown>(
  handler: Handler<Context>,
  limits: { body?: false; withinMs?: number } = {},
): Route<Context> {
  return async (request, context) => {
    const reason = foreignRequestReason(request.method, request.headers);
    if (reason) return failureResponse({ code: "forbidden", message: reason });
    const { pathname, search } = new URL(request.url);
    const method = limits.body === false ? "GET" : request.method;
    const refused = requestRefusal(method, pathname + search, request.headers);
    if (refused) return failureResponse({ code: "invalid", message: refused.message }, refused.status);
    const late = new AbortController();
    const signal = AbortSignal.any([request.signal, late.signal]);
    try {
      return await withinTime(handler(request, context, signal), limits.withinMs ?? answerWithinMs);
    } catch (error) {
      if (isOverTime(error)) {
        late.abort(error);
        return busyResponse(
          "The answer is taking too long. Try again in a minute, or narrow the request.",
          30,
        );
      }
      console.error(`${request.method} ${pathname}:`, error);
      const message = "Something failed. Try again; if it keeps failing, run: npx carryover doctor";
      return failureResponse({ code: "unavailable", message }, 500);
    }
  };
}

/** A failure as an answer, with the status of its code. */
export function failureResponse(error: Failure, status = statuses[error.code]): Response {
  return Response.json({ error }, { status });
}

/** Too much at once: the same request will do later. */
export function busyResponse(message: string, retryAfterSeconds: number): Response {
  const error: Failure = { code: "unavailable", message };
  return Response.json({ error }, { status: 503, headers: { "retry-after": String(retryAfterSeconds) } });
}
