import type { Db } from "#lib/db/client.ts";
import type { Job } from "#lib/db/generated/client.ts";
import { type JobKind, jobTitles } from "./kinds.ts";
import type { JobView } from "./view.ts";

/** One job, or null when there is none of that id. */
export async function getJob(db: Db, id: string): Promise<JobView | null> {
  const job = await db.job.findUnique({ where: { id } });
  return job ? toView(job) : null;
}

/**
 * The newest jobs first, and how many there are.
 * @param failedSince only those that failed since
 */
export async function listJobs(
  db: Db,
  params: { page: number; pageSize: number; failedSince?: Date },
): Promise<{ rows: JobView[]; total: number }> {
  const where = params.failedSince
    ? ({ state: "failed", finishedAt: { gte: params.failedSince } } as const)
    : {};
  const [jobs, total] = await Promise.all([
    db.job.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (params.page - 1) * params.pageSize,
      take: params.pageSize,
    }),
    db.job.count({ where }),
  ]);
  return { rows: jobs.map(toView), total };
}

/** Jobs queued or running now, oldest first. */
export async function listUnfinishedJobs(db: Db): Promise<JobView[]> {
  const jobs = await db.job.findMany({
    where: { state: { in: ["queued", "running"] } },
    orderBy: { createdAt: "asc" },
  });
  return jobs.map(toView);
}

function toView(job: Job): JobView {
  const { id, kind, state, stage, progress, result, actor } = job;
  return {
    id,
    kind,
    title: jobTitles[kind as JobKind] ?? kind,
    state,
    stage,
    progress,
    result,
    // Of a job that is to be tried again it is why it was tried before.
    error: state === "failed" ? job.error : null,
    actor,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}
