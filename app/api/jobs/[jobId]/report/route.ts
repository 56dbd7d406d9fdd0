import { NextResponse } from "next/server";
import { z } from "zod";
import { readEnv } from "#lib/env.ts";
import { readReportPage } from "#lib/imports/report-files.ts";
import { REPORT_LISTS } from "#lib/imports/schema.ts";

const query = z.object({
  jobId: z.uuid(),
  list: z.enum(REPORT_LISTS),
  from: z.coerce.number().int().min(0).max(100_000_000),
});

/** A page of a list of an import's report that is longer than what the job's result holds: `?list=problems&from=200`. */
export async function GET(request: Request, context: RouteContext<"/api/jobs/[jobId]/report">) {
  const { searchParams } = new URL(request.url);
  const asked = query.safeParse({ ...(await context.params), ...Object.fromEntries(searchParams) });
  if (!asked.success) return refused(400, "Ask for a list of an import's report and where to begin.");
  const { jobId, list, from } = asked.data;
  const items = await readReportPage(readEnv().dataDir, jobId, list, from);
  return items === null
    ? refused(404, "This report is gone: reports are kept for a month.")
    : NextResponse.json({ items });
}

function refused(status: number, message: string): Response {
  return NextResponse.json({ error: { message } }, { status });
}
