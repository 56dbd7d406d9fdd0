import { loadDemo } from "#lib/demo/load-demo.ts";
import { countMemories } from "#lib/memories/queries.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { finishJobs } from "./finish-jobs.ts";
import { given, numberOf, rejectPositionals } from "./read-values.ts";

export const demoCommand: Command = {
  summary:
    "Loads the synthetic demo pool with its runs, and computes its vectors, maps, metrics and suspects.",
  usage: `demo [options]

  --seed NUMBER  the same seed gives the same pool (42)
  --force        also into a database that holds real memories or runs
  --json         {seed, hash, created, memories, ...}`,
  options: { seed: { type: "string" }, force: { type: "boolean" } },
  needsDatabase: true,
  run: async (input, { db, actor, signal, progress, log }) => {
    rejectPositionals(input);
    const options = given({
      seed: numberOf(input, "seed"),
      force: input.values["force"] === true || undefined,
    });
    const loaded = await loadDemo(db, options, actor, { signal, progress });
    if (!loaded.ok) return loaded;
    log("Embedding, measuring, mapping and attributing the demo pool ...");
    await finishJobs(db, ["embed", "metrics", "project", "attribute"], { isOwner: false, signal, progress });
    const memories = await countMemories(db);
    return ok({
      json: { ...loaded.value, memories },
      text: `The demo pool is loaded: ${memories} memories, seed ${loaded.value.seed}.`,
    });
  },
};
