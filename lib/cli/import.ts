import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ImportOptions, importPaths } from "#lib/imports/import-paths.ts";
import { GROUPINGS } from "#lib/imports/run-choices.ts";
import type { ImportRequest } from "#lib/imports/schema.ts";
import { parseMapping } from "#lib/imports/tables/column-mapping.ts";
import type { GivenMapping } from "#lib/imports/tables/table-lookup.ts";
import { type MlgymRule, mlgymRuleText, parseMlgymRule } from "#lib/runs/mlgym-rule.ts";
import { ok } from "#lib/shared/result.ts";
import { type Command, type Input, UsageError } from "./command.ts";
import { importJson, importText } from "./import-report.ts";
import { limitHeapGrowth } from "./limit-heap-growth.ts";
import { choiceOf, given, pairsOf, textOf, textsOf } from "./read-values.ts";

export const importCommand: Command = {
  summary: "Imports memories and runs from files and folders, each recognized by its content.",
  usage: `import PATH... [options]

  --dry-run          report what would be created, updated, unchanged or rejected; write nothing
  --arm NAME         zero-shot or memory; default: memory for runs whose logs show retrieved memories, else zero-shot
  --run NAME         put all trials into one run of this name instead of grouping them by folder
  --benchmark NAME   benchmark to use instead of the one the files name
  --group HOW        folders that look like repeats: repeats (one run, each folder an attempt) or runs (a run each);
                     default: as they are stored, else repeats
  --benchmark-name FROM=TO
                     the new name FROM stands for the benchmark TO; kept as an alias; may be given several times
  --map FIELD=COLUMN which column of a table is what: task=instance_id, outcome=resolved, outcome=score>=0.5;
                     FIELD:=VALUE is the same in every row; kept for the next table of these columns
  --mlgym-rule RULE  which MLGym scores pass, instead of the rule in Settings: "margin: 5%; Perplexity: lower; titanic: 0.8"
  --json             {files, memories, vectors, trials, trajectories, retrievals, runs, skipped, problems, plan}`,
  options: {
    "dry-run": { type: "boolean" },
    arm: { type: "string" },
    run: { type: "string" },
    benchmark: { type: "string" },
    group: { type: "string" },
    map: { type: "string", multiple: true },
    "benchmark-name": { type: "string", multiple: true },
    "mlgym-rule": { type: "string" },
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
      mappings: mappingsOf(input),
      benchmarkNames: pairsOf(input, "benchmark-name"),
      grouping: choiceOf(input, "group", GROUPINGS),
      mlgymRule: ruleOf(input),
    });
    const paths = input.positionals.map((path) => resolve(path));
    limitHeapGrowth();
    const reportFolder = await mkdtemp(join(tmpdir(), "carryover-report-"));
    process.once("exit", () => rmSync(reportFolder, { recursive: true, force: true }));
    const request = requestOf(paths, options);
    const hooks = { actor, signal, progress, reportFolder, ...(request ? { request } : {}) };
    const imported = await importPaths(db, paths, { ...options, dryRun }, hooks);
    if (!imported.ok) return imported;
    if (!dryRun) {
      log("Embedding new memories ...");
      await finishEmbedding();
    }
    return ok({ json: importJson(imported.value), text: importText(imported.value) });
  },
};

function mappingsOf(input: Input): GivenMapping[] {
  const parts = textsOf(input, "map");
  if (parts.length === 0) return [];
  const parsed = parseMapping(parts);
  if (!parsed.ok) throw new UsageError(`--map: ${parsed.error.message}`);
  return [{ key: null, parts }];
}

function ruleOf(input: Input): MlgymRule | undefined {
  const text = textOf(input, "mlgym-rule");
  if (text === undefined) return undefined;
  const parsed = parseMlgymRule(text);
  if (!parsed.ok) throw new UsageError(`--mlgym-rule: ${parsed.error.message}`);
  return parsed.value;
}

/** The same as the page would ask for, kept with the runs to finish or repeat it; several paths are no one request. */
function requestOf(paths: readonly string[], options: ImportOptions): ImportRequest | null {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return null;
  const { arm, run, benchmark, benchmarkNames, mappings, grouping, mlgymRule } = options;
  return {
    source: { kind: "path", path },
    arm: arm ?? "auto",
    run: run ?? "",
    benchmark: benchmark ?? "",
    mappings: (mappings ?? []).map(({ key, parts }) => ({ key, parts: [...parts] })),
    benchmarkNames: benchmarkNames ?? {},
    grouping: grouping ?? "auto",
    mlgymRule: mlgymRule ? mlgymRuleText(mlgymRule) : "",
    dryRun: false,
  };
}
