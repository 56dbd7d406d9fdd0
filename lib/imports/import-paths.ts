import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { type BenchmarkNames, loadBenchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { RootDb } from "#lib/db/client.ts";
import { enqueueJob } from "#lib/jobs/enqueue-job.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { assembleRuns, type GroupOptions } from "./assemble-runs.ts";
import { Tally } from "./counts.ts";
import { applyMemories, MemoryPlanner } from "./import-memories.ts";
import { applyRun, type PlannedRun, planRun } from "./import-runs.ts";
import { linkRetrievals } from "./link-retrievals.ts";
import { nameBenchmarks } from "./name-benchmarks.ts";
import { parseFile, recogniseFile } from "./read-records.ts";
import { keepFact, noFacts, type RunFacts } from "./run-facts.ts";
import type { ImportResult, ReportFiles } from "./schema.ts";
import { type SourceFile, walkFiles } from "./walk-files.ts";

export type ImportOptions = GroupOptions & {
  /** Stop after the plan: nothing is written. */
  dryRun?: boolean;
};

export type ImportHooks = {
  actor: Actor;
  /** Aborting throws `signal.reason`; chunks written so far stay, and an import of the same goes on from there. */
  signal?: AbortSignal;
  /** Share done (0 to 1) and what is being done. */
  progress?: (share: number, stage: string) => void;
  /** Where lists of the report that are too long to be held are written; without it all is held. */
  reportFolder?: string;
};

/** `lists`: files with the report's lists in full, where the result holds their first items only. */
export type Imported = ImportResult & { lists: ReportFiles };

/**
 * Imports memories and runs from files and folders: walk, recognise, parse, plan, apply. The command line, the page
 * and the background job all come through here. What can't be read is a problem in the result and stops nothing.
 * @returns "not_found" when no path can be read at all, "forbidden" for a reader
 */
export async function importPaths(
  db: RootDb,
  paths: readonly string[],
  options: ImportOptions,
  hooks: ImportHooks,
): Promise<Result<Imported>> {
  const allowed = authorizeWrite(hooks.actor);
  if (!allowed.ok && !options.dryRun) return allowed;
  const tally = new Tally(hooks.reportFolder ?? null);
  const { files, problems, close } = await walkFiles(paths, { signal: hooks.signal });
  try {
    if (files.length > 0) {
      for (const found of problems) tally.problem(found);
      return ok(await importFiles(db, files, options, hooks, tally));
    }
  } finally {
    close();
  }
  const [first] = problems;
  return err("not_found", first ? `${first.path}: ${first.reason}` : `${paths.join(", ")} holds no file.`);
}

async function importFiles(
  db: RootDb,
  files: readonly SourceFile[],
  options: ImportOptions,
  hooks: ImportHooks,
  tally: Tally,
): Promise<Imported> {
  const names = await loadBenchmarkNames(db);
  const { facts, planner } = await scan(db, files, options, hooks, tally, names);
  const assembled = assembleRuns(facts, { ...options, sameBenchmark: names.same });
  nameBenchmarks(assembled.runs, names);
  for (const found of assembled.problems) tally.problem(found);
  const planned: PlannedRun[] = [];
  for (const run of assembled.runs) {
    hooks.signal?.throwIfAborted();
    planned.push(await planRun(db, run, tally));
  }
  if (!options.dryRun) await apply(db, planner, planned, options, hooks, tally, names);
  return tally.result(
    options.dryRun ?? false,
    planned.map(({ report }) => report),
  );
}

/** Reads every file once: memories are planned as they stream by, of runs only facts are kept. */
async function scan(
  db: RootDb,
  files: readonly SourceFile[],
  options: ImportOptions,
  hooks: ImportHooks,
  tally: Tally,
  names: BenchmarkNames,
): Promise<{ facts: RunFacts; planner: MemoryPlanner }> {
  const facts = noFacts();
  const planner = new MemoryPlanner(db, tally, names);
  const bytes = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let read = 0;
  for (const file of files) {
    hooks.signal?.throwIfAborted();
    hooks.progress?.((options.dryRun ? 1 : 0.4) * (read / bytes), `Reading ${file.path}`);
    const recognised = await recogniseFile(file);
    tally.file(file.path, recognised.format?.name ?? null);
    for await (const record of parseFile(file, recognised, options.benchmark ?? null)) {
      if (record.kind === "memory") await planner.add(record, file);
      else if (record.kind === "problem") {
        const { line, field, reason, rejects } = record;
        tally.problem({ path: file.path, line, field, reason }, rejects);
      } else if (record.kind === "skipped") tally.skip(file.path, record.what, record.reason);
      else keepFact(facts, record, file);
    }
    read += file.size;
  }
  await planner.flush();
  return { facts, planner };
}

async function apply(
  db: RootDb,
  planner: MemoryPlanner,
  planned: PlannedRun[],
  options: ImportOptions,
  hooks: ImportHooks,
  tally: Tally,
  names: BenchmarkNames,
): Promise<void> {
  const { signal, progress } = hooks;
  const actor = hooks.actor.name;
  const { memories, trials } = tally.total;
  const total =
    memories.created +
      memories.updated +
      memories.unchanged +
      trials.created +
      trials.updated +
      trials.unchanged || 1;
  let done = 0;
  const advance = (stage: string) => (count: number) => {
    done += count;
    progress?.(0.4 + 0.6 * Math.min(1, done / total), stage);
  };
  await applyMemories(
    db,
    planner.changed,
    { actor, signal, benchmark: options.benchmark ?? null, names },
    advance("Writing memories"),
  );
  for (const { run, report } of planned) {
    if (report.action === "unchanged") continue;
    report.id = await applyRun(db, run, { actor, signal }, advance(`Writing run ${run.name}`));
  }
  const hasNewMemories = memories.created + memories.updated > 0;
  const hasNewRetrievals = tally.total.retrievals.created + tally.total.retrievals.updated > 0;
  if (hasNewMemories || hasNewRetrievals) await linkRetrievals(db, signal);
  if (hasNewMemories) await enqueueJob(db, { kind: "embed", input: { refresh: true }, actor: hooks.actor });
}
