import { type Actor, authorizeWrite } from "#lib/access/actor.ts";
import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import { loadBenchmarkLists } from "#lib/benchmarks/benchmark-names.ts";
import { listBenchmarkNames } from "#lib/benchmarks/benchmarks-sql.ts";
import type { RootDb } from "#lib/db/client.ts";
import { getMlgymRule } from "#lib/runs/stored-mlgym-rule.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { yieldToEventLoop } from "#lib/shared/work/yield-to-event-loop.ts";
import { applyImport } from "./apply-import.ts";
import { type AssembleOptions, placeTrials } from "./assemble-runs.ts";
import { Tally } from "./counts.ts";
import { type DecidedNames, keepDecidedNames, namesWithDecisions } from "./decide-benchmarks.ts";
import { FoundBenchmarks } from "./found-benchmarks.ts";
import { groupRuns, proposeGroups } from "./group-runs.ts";
import { MemoryPlanner } from "./import-memories.ts";
import { planRerunResults, writeRerunResults } from "./import-reruns.ts";
import { nameBenchmarks, warningsOfNames } from "./name-benchmarks.ts";
import { keepsOriginals } from "./originals/keep-setting.ts";
import { addSource, Originals, type SourcesByPath } from "./originals/originals.ts";
import { type PlannedRun, planRun } from "./plan-run.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import type { TableRecord } from "./records.ts";
import { duplicatesProblem } from "./remove-duplicate-trials.ts";
import { addFact, emptyFacts, type RunFacts } from "./run-facts.ts";
import type { ImportRequest, ImportResult, ReportFiles } from "./schema.ts";
import { findStoredApart } from "./stored-apart.ts";
import { reportOfTable } from "./tables/report-table.ts";
import { type GivenMapping, loadTables, saveMappings, type TableLookup } from "./tables/table-lookup.ts";
import { type SourceFile, walkFiles } from "./walk-files.ts";
import { planJudgeAudits } from "./write-judge-audits.ts";

const YIELD_EVERY_MS = 50;

export type ImportOptions = AssembleOptions & {
  /** Stop after the plan: nothing is written. */
  dryRun?: boolean;
  /** Benchmarks by the new names that files use for them: kept as aliases once something is written. */
  benchmarkNames?: Readonly<Record<string, string>>;
  /** What the columns of tables are; kept once something is written. */
  mappings?: readonly GivenMapping[];
};

/** The options with what a person decided, read and checked. */
export type Decisions = ImportOptions & DecidedNames & { tables: TableLookup };

export type ImportHooks = {
  actor: Actor;
  /** Aborting throws `signal.reason`; chunks written so far stay, and an import of the same goes on from there. */
  signal?: AbortSignal;
  /** Share done (0 to 1) and what is being done. */
  progress?: (share: number, stage: string) => void;
  /** What would import the same again, to be kept with the runs; none for an upload, which is gone by then. */
  request?: ImportRequest;
  /** Where lists of the report that are too long to be held are written; without it all is held. */
  reportFolder?: string;
};

/** `lists`: files with the report's lists in full, where the result holds their first items only. */
export type Imported = ImportResult & { lists: ReportFiles };

/**
 * Imports memories and runs from files and folders: walk, recognize, parse, plan, apply. The command line, the page
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
  const named = await namesWithDecisions(db, options.benchmarkNames ?? {});
  if (!named.ok) return named;
  const tables = await loadTables(db, options.mappings ?? []);
  if (!tables.ok) return tables;
  const { files, problems, deadLinks, close } = await walkFiles(paths, { signal: hooks.signal });
  try {
    if (files.length > 0) {
      for (const found of problems) tally.problem(found);
      for (const path of deadLinks) tally.skip(path, "broken links", null);
      return ok(
        await importFiles(db, files, { ...options, ...named.value, tables: tables.value }, hooks, tally),
      );
    }
  } finally {
    close();
  }
  const [first] = problems;
  return err(
    "not_found",
    first ? `${first.path}: ${first.reason}` : `${paths.join(", ")} contains no files.`,
  );
}

async function importFiles(
  db: RootDb,
  files: SourceFile[],
  options: Decisions,
  hooks: ImportHooks,
  tally: Tally,
): Promise<Imported> {
  const { names, decided } = options;
  const found = new FoundBenchmarks();
  const { facts, planner, tables, sources } = await scan(db, files, options, hooks, tally, found);
  const mlgymRule = options.mlgymRule ?? (await getMlgymRule(db));
  const assembled = placeTrials(facts, { ...options, mlgymRule });
  nameBenchmarks(assembled.trials, names, found);
  for (const found of warningsOfNames(names)) tally.problem(found);
  for (const found of assembled.problems) tally.problem(found);
  for (const copies of assembled.copies) {
    tally.problem(duplicatesProblem(copies));
    for (const { path } of copies.trials) tally.count(path, "trials", "rejected");
  }
  const planned: PlannedRun[] = [];
  const groups = proposeGroups(assembled.trials, options.run ?? null);
  const storedApart = await findStoredApart(db, groups, assembled.identities);
  const choices = { ...options, storedApart, sameBenchmark: names.same };
  for (const run of groupRuns(groups, assembled.identities, choices)) {
    hooks.signal?.throwIfAborted();
    const plan = await planRun(db, run, tally);
    if (plan) planned.push(plan);
  }
  const audits = await planJudgeAudits(db, facts.audits, tally);
  const aliases = new Set((await loadBenchmarkLists(db)).aliases.map(({ key }) => key));
  const benchmarks = found.report(names, decided, (name) => aliases.has(benchmarkKey(name)));
  const { reruns: trials, identities } = assembled;
  const results = await planRerunResults(db, { records: facts.reruns, trials, identities }, tally);
  if (!options.dryRun) {
    await writeRerunResults(db, results, hooks.actor.name);
    await keepDecidedNames(db, decided, hooks.actor.name);
    await saveMappings(db, tables, hooks.actor.name);
    const originals = (await keepsOriginals(db)) ? new Originals(sources) : null;
    await applyImport(db, { planner, planned, names, audits, originals }, options, hooks, tally);
  }
  return tally.result(options.dryRun ?? false, {
    runs: planned.map(({ report }) => report),
    benchmarks,
    tables: tables.map(reportOfTable),
    storedBenchmarks: await listBenchmarkNames(db),
  });
}

/** Reads every file once and lets go of it: memories are planned as they stream by, of runs only facts are kept. */
async function scan(
  db: RootDb,
  files: SourceFile[],
  options: Decisions,
  hooks: ImportHooks,
  tally: Tally,
  found: FoundBenchmarks,
): Promise<{ facts: RunFacts; planner: MemoryPlanner; tables: TableRecord[]; sources: SourcesByPath }> {
  const facts = emptyFacts();
  const tables: TableRecord[] = [];
  const sources: SourcesByPath = new Map();
  const planner = new MemoryPlanner(db, tally, options.names);
  const bytes = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let read = 0;
  let yielded = performance.now();
  for (const file of files) {
    // Small files are read without a pause: a signal, or a canceled job, is heard only when the event loop turns.
    if (performance.now() - yielded > YIELD_EVERY_MS) {
      await yieldToEventLoop();
      yielded = performance.now();
    }
    hooks.signal?.throwIfAborted();
    hooks.progress?.((options.dryRun ? 1 : 0.4) * (read / bytes), `Reading ${file.path}`);
    const recognized = await recognizeFile(file);
    tally.file(file.path, recognized.format?.name ?? null);
    for await (const record of parseFile(file, recognized, options.benchmark ?? null, options.tables)) {
      if (record.kind === "memory") {
        found.add(record.benchmark, "memories");
        await planner.add(record, file);
      } else if (record.kind === "problem") {
        const { line, field, reason, rejects } = record;
        tally.problem({ path: file.path, line, field, reason }, rejects);
      } else if (record.kind === "table") tables.push(record);
      else if (record.kind === "skipped") tally.skip(file.path, record.what, record.reason);
      else {
        if (record.kind === "trial" || record.kind === "verdict") addSource(sources, file);
        addFact(facts, record, file);
      }
    }
    read += file.size;
  }
  // Most files told nothing of a run: what did holds its file.
  files.length = 0;
  await planner.flush();
  return { facts, planner, tables, sources };
}
