import { getDb } from "#lib/db/client.ts";
import { watchJob } from "#lib/jobs/watch-job.ts";

/** Server-sent events: the job whenever it changes, until it is finished. */
export async function GET(request: Request, context: RouteContext<"/api/jobs/[jobId]/events">) {
  const { jobId } = await context.params;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const job of watchJob(getDb(), jobId, request.signal)) {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(job)}\n\n`));
      }
      if (!request.signal.aborted) controller.close();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
