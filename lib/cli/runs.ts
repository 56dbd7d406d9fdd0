import { listRuns } from "#lib/runs/queries.ts";
import { ok } from "#lib/shared/result.ts";
import type { Command } from "./command.ts";
import { rejectPositionals } from "./read-values.ts";
import { percent, textTable } from "./text-table.ts";

export const runsCommand: Command = {
  summary: "Lists the runs, newest first.",
  usage: "runs [--json]\n\n  --json  [{id, name, arm, model, benchmarks, trials, passAt1, ...}]",
  options: {},
  needsDatabase: true,
  run: async (input, { db }) => {
    rejectPositionals(input);
    const { rows } = await listRuns(db);
    const table = textTable(
      ["id", "name", "arm", "model", "benchmarks", "tasks", "trials", "pass@1", "pass@3"],
      rows.map((run) => [
        run.id,
        run.incomplete ? `${run.name} (incomplete)` : run.name,
        run.arm.replace("_", "-"),
        run.model ?? "-",
        run.benchmarks.length,
        run.tasks,
        run.trials,
        percent(run.passAt1),
        percent(run.passAt3),
      ]),
    );
    return ok({ json: rows, text: rows.length > 0 ? table : "No runs yet: carryover import FOLDER" });
  },
};
