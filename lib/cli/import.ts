import { resolve } from "node:path";
import { importPaths } from "#lib/imports/import-paths.ts";
import type { Counts, ImportResult } from "#lib/imports/schema.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, UsageError } from "./command.ts";
import { choiceOf, given, textOf } from "./read-values.ts";
import { textTable } from "./text-table.ts";

const listedProblems = 20;

export const importCommand: Command = {
  summary: "Imports memories and runs from files and folders, each recognised by its content.",
  usage: `import PATH... [options]

  --dry-run          plan only: say what would be created, updated, left or rejected
  --arm NAME         zero-shot or memory; by default runs whose logs show retrieved memories are with memory
  --run NAME         put all trials into one run of this name instead of grouping them by folder
  --benchmark NAME   benchmark to use instead of the one that the files name
  --json             {files, memories, trials, trajectories, retrievals, runs, problems}`,
  options: {
    "dry-run": { type: "boolean" },
    arm: { type: "string" },
    run: { type: "string" },
    benchmark: { type: "string" },
  },
  needsDatabase: true,
  run: async (input, { db, actor, signal, progress, log, finishEmbedding }) => {
    if (input.positionals.length === 0) throw new UsageError("Give at least one file or folder.");
    const arm = choiceOf(input, "arm", ["zero-shot", "memory"]);
    const dryRun = Boolean(input.values["dry-run"]);
    const options = given({
      arm: arm === "zero-shot" ? ("zero_shot" as const) : arm,
      run: textOf(input, "run"),
      benchmark: textOf(input, "benchmark"),
    });
    const paths = input.positionals.map((path) => resolve(path));
    const imported = await importPaths(db, paths, { ...options, dryRun }, { actor, signal, progress });
    if (!imported.ok) return imported;
    if (!dryRun) {
      log("Embedding what is new ...");
      await finishEmbedding();
    }
    return ok({ json: imported.value, text: asText(imported.value) });
  },
};

function asText(result: ImportResult): string {
  const nouns = ["memories", "trials", "trajectories", "retrievals"] as const;
  const row = (name: string, counts: Counts) => [
    name,
    counts.created,
    counts.updated,
    counts.unchanged,
    counts.rejected,
  ];
  const table = textTable(
    ["", result.dryRun ? "create" : "created", result.dryRun ? "update" : "updated", "unchanged", "rejected"],
    nouns.map((noun) => row(noun, result[noun])),
  );
  const runs = result.runs.map(
    (run) => `  ${run.name}: ${run.trials} trials, ${run.passed} passed (${run.action})`,
  );
  const problems = result.problems
    .slice(0, listedProblems)
    .map(
      ({ path, line, field, reason }) =>
        `  ${[path, line, field].filter((part) => part !== null).join(":")}  ${reason}`,
    );
  const more = result.problems.length - problems.length;
  return [
    `${result.files} files read${result.dryRun ? "; nothing was written" : ""}.`,
    table,
    ...(runs.length > 0 ? ["Runs:", ...runs] : []),
    ...(problems.length > 0 ? ["Problems:", ...problems] : []),
    ...(more > 0 ? [`  and ${more} more (--json lists all)`] : []),
  ].join("\n");
}
