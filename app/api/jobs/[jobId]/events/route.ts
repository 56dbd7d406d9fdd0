import { z } from "zod";
import { streamDb } from "#lib/access/request-db.ts";
import { failureResponse, route } from "#lib/access/route.ts";
import { getJob } from "#lib/jobs/queries.ts";
import { watchJob } from "#lib/jobs/watch-job.ts";
import { toReadableStream } from "#lib/shared/to-readable-stream.ts";

/** A browser opens the stream again by itself; one that was left open forever would hold its connection. */
const longestMs = 15 * 60_000;

type Context = { params: Promise<{ jobId: string }> };

/** Server-sent events: the job whenever it changes, until it is finished or nobody listens. */
export const GET = route<Context>(async (request, context) => {
  const { jobId } = await context.params;
  const db = streamDb();
  if (!z.uuid().safeParse(jobId).success || !(await getJob(db, jobId))) {
    return failureResponse({ code: "not_found", message: "This job does not exist." });
  }
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal, AbortSignal.timeout(longestMs)]);
  async function* events() {
    for await (const job of watchJob(db, jobId, signal)) yield `data: ${JSON.stringify(job)}\n\n`;
  }
  return new Response(
    toReadableStream(events(), () => gone.abort()),
    {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      },
    },
  );
});
