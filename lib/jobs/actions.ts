"use server";
import { runAction } from "#lib/access/run-action.ts";
import { cancelJob } from "./cancel-job.ts";

export async function cancelJobAction(jobId: string) {
  return runAction((db, actor) => cancelJob(db, jobId, actor));
}
