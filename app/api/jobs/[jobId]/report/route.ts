import { z } from "zod";
import { failureResponse, route } from "#lib/access/route.ts";
import { readEnv } from "#lib/env.ts";
import { readReportPage } from "#lib/imports/report-files.ts";
import { REPORT_LISTS } from "#lib/imports/schema.ts";

type Context = { params: Promise<{ jobId: string }> };

const query = z.object({
  list: z.enum(REPORT_LISTS),
  from: z.coerce.number().int().min(0).max(100_000_000),
});

/** A page of a list of an import's report that is longer than what the job's result holds: `?list=problems&from=200`. */
export const GET = route<Context>(async (request, context) => {
  const { jobId } = await context.params;
  if (!z.uuid().safeParse(jobId).success) return gone();
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) {
    return failureResponse({
      code: "invalid",
      message: "Ask for a list of an import's report and where to begin.",
    });
  }
  const items = await readReportPage(readEnv().dataDir, jobId, asked.data.list, asked.data.from);
  return items === null ? gone() : Response.json({ items });
});

function gone(): Response {
  return failureResponse({
    code: "not_found",
    message: "This report is gone: reports are kept for a month.",
  });
}
