import { countMemories } from "#lib/memories/queries.ts";
import { loadDemo } from "#lib/overview/load-demo.ts";
import { err, ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { finishJob, finishJobs } from "./finish-jobs.ts";
import { noPositionals } from "./read-values.ts";

export const demoCommand: Command = {
  summary: "Loads the synthetic demo pool with its runs, and computes its vectors, maps and metrics.",
  usage: "demo [--json]\n\n  --json  {jobId, memories}",
  options: {},
  needsDatabase: true,
  run: async (input, { db, actor, signal, progress }) => {
    noPositionals(input);
    const loaded = await loadDemo(db, actor);
    if (!loaded.ok) return loaded;
    const options = { isOwner: false, signal, progress };
    const job = await finishJob(db, loaded.value.jobId, options);
    if (job?.state !== "succeeded") return err("unavailable", job?.error ?? "The demo job was cancelled.");
    await finishJobs(db, ["embed", "metrics", "project"], options);
    const memories = await countMemories(db);
    const { jobId } = loaded.value;
    return ok({ json: { jobId, memories }, text: `The demo pool is loaded: ${memories} memories.` });
  },
};
