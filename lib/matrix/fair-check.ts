import type { RunSetup } from "#lib/runs/run-setup.ts";
import { pairTasks } from "#lib/transfer/pair-tasks.ts";
import type { UnmatchedTask } from "#lib/transfer/schema.ts";
import type { MatrixRun, RunTask } from "./schema.ts";

/** unknown is never taken for same. */
export type FairState = "same" | "differs" | "unknown";
/** One thing that should be alike in both runs of a difference; `benchmark`: only there. */
export type FairItem = { what: string; state: FairState; says: string; benchmark?: string };

export type FairSide = { run: MatrixRun; setup: RunSetup; tasks: readonly RunTask[] };

/** Memories shown to a run at one benchmark, and how many of them were born where they should not have been. */
export type ShownMemories = {
  benchmark: string;
  shown: number;
  /** Of memories whose source trial is not known. */
  unknown: number;
  /** Memories of the very task they were shown at. */
  sameTask: number;
  /** Born in one of the two compared runs, at the same benchmark. */
  compared: number;
  /** Born at the same benchmark after the run began. */
  later: number;
};

const contamination = "Contamination";

/** Errored shares further apart than this differ. */
const ERRORED_APART = 0.05;

/**
 * Whether a difference between two runs can be put down to the memory: same tasks and checksums, agent, model, pool,
 * environment and time-out, as many errored attempts, and no memory born from what is measured.
 */
export function checkFairness(
  base: FairSide,
  candidate: FairSide,
  shown: readonly ShownMemories[],
): FairItem[] {
  const setups = (what: string, of: (side: FairSide) => string | number | null) =>
    compareValues(what, of(base), of(candidate));
  return [
    ...checkTasks(base, candidate),
    setups("Model", ({ run }) => run.model),
    setups("Agent", ({ run }) => run.agent),
    setups("Agent version", ({ setup }) => setup.agentVersion),
    setups("Environment", ({ setup }) => setup.environment),
    setups("Time-out", ({ setup }) => setup.timeoutSeconds),
    ...checkRelease(base, candidate),
    ...checkErrored(base, candidate),
    ...(candidate.run.arm === "memory" ? checkContamination(shown) : []),
  ];
}

const words: Record<FairState, string> = { same: "same", differs: "differs", unknown: "unknown" };

/** "Model differs: a and b", "Contamination none: 30 shown, ..." */
export function describeFairItem({ what, state, says }: FairItem): string {
  const word = what === contamination ? { ...words, same: "none", differs: "found" } : words;
  return `${what} ${word[state]}: ${says}`;
}

function compareValues(
  what: string,
  base: string | number | null,
  candidate: string | number | null,
): FairItem {
  if (base === null || candidate === null) {
    const missing =
      base === null && candidate === null ? "both" : base === null ? "the baseline" : "the candidate";
    return { what, state: "unknown", says: `not recorded for ${missing}` };
  }
  return base === candidate
    ? { what, state: "same", says: String(base) }
    : { what, state: "differs", says: `${base} and ${candidate}` };
}

function checkTasks(base: FairSide, candidate: FairSide): FairItem[] {
  const { pairs, unmatched } = pairTasks(base.tasks, candidate.tasks);
  const absent = (side: readonly UnmatchedTask[]) => side.filter(({ reason }) => reason === "absent").length;
  const changed = unmatched.candidate.filter(({ reason }) => reason === "changed").length;
  const unsure = pairs.filter((pair) => pair.base.checksum === "" || pair.candidate.checksum === "").length;
  const [before, after] = [absent(unmatched.base), absent(unmatched.candidate)];
  return [
    before + after === 0
      ? { what: "Tasks", state: "same", says: `${pairs.length} in both` }
      : {
          what: "Tasks",
          state: "differs",
          says: `${before} only in the baseline, ${after} only in the candidate`,
        },
    changed > 0
      ? { what: "Checksums", state: "differs", says: `${changed} tasks were changed in between` }
      : unsure > 0
        ? { what: "Checksums", state: "unknown", says: `not recorded for ${unsure} of ${pairs.length} tasks` }
        : { what: "Checksums", state: "same", says: `${pairs.length} equal` },
  ];
}

/** Two arms with memory are compared over one pool; a run without memory has none. */
function checkRelease(base: FairSide, candidate: FairSide): FairItem[] {
  if (base.run.arm === "zero_shot" || candidate.run.arm === "zero_shot") return [];
  return [compareValues("Release", base.run.release, candidate.run.release)];
}

function checkErrored(base: FairSide, candidate: FairSide): FairItem[] {
  const benchmarks = [...new Set(candidate.tasks.map((task) => task.benchmark))].sort();
  const apart = benchmarks.flatMap((benchmark): FairItem[] => {
    const [before, after] = [erroredShare(base.tasks, benchmark), erroredShare(candidate.tasks, benchmark)];
    if (before === null || after === null || Math.abs(after - before) <= ERRORED_APART) return [];
    const says = `${percent(before)} and ${percent(after)} of attempts at ${benchmark}`;
    return [{ what: "Errored", state: "differs", says, benchmark }];
  });
  const [before, after] = [erroredShare(base.tasks), erroredShare(candidate.tasks)];
  const all = `${percent(before)} and ${percent(after)} of attempts`;
  const differs = before !== null && after !== null && Math.abs(after - before) > ERRORED_APART;
  return [{ what: "Errored", state: differs ? "differs" : "same", says: all }, ...apart];
}

function erroredShare(tasks: readonly RunTask[], benchmark?: string): number | null {
  let errored = 0;
  let scored = 0;
  for (const task of tasks) {
    if (benchmark !== undefined && task.benchmark !== benchmark) continue;
    errored += task.errored;
    scored += task.scored;
  }
  return scored === 0 ? null : errored / scored;
}

function percent(share: number | null): string {
  return share === null ? "none" : `${(share * 100).toFixed(1)}%`;
}

function checkContamination(shown: readonly ShownMemories[]): FairItem[] {
  const what = contamination;
  const found = shown.flatMap(({ benchmark, sameTask, compared, later, ...counts }): FairItem[] => {
    const reasons = [
      sameTask > 0 ? `${sameTask} of the task itself` : "",
      compared > 0 ? `${compared} born in one of the two runs` : "",
      later > 0 ? `${later} born after the run began` : "",
    ].filter(Boolean);
    if (reasons.length === 0) return [];
    return [
      {
        what,
        state: "differs",
        says: `${benchmark}: of ${counts.shown} shown, ${reasons.join(", ")}`,
        benchmark,
      },
    ];
  });
  if (found.length > 0) return found;
  const all = shown.reduce((sum, each) => sum + each.shown, 0);
  const unknown = shown.reduce((sum, each) => sum + each.unknown, 0);
  if (all === 0) return [{ what, state: "unknown", says: "no memory shown is recorded" }];
  if (unknown > 0)
    return [{ what, state: "unknown", says: `source trial not known of ${unknown} of ${all} shown` }];
  return [{ what, state: "same", says: `${all} shown, none from the compared runs or tasks` }];
}
