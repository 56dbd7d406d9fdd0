import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { TrajectoryStep } from "#lib/runs/schema.ts";

/** What a rule looks at: both trials of a pair, and what the candidate did with its memories. */
export type CuePair = {
  benchmark: string;
  base: readonly TrajectoryStep[];
  candidate: readonly TrajectoryStep[];
  evidence: readonly Pick<MemoryEvidence, "use" | "benchmark" | "rank">[];
};

const CUES = ["foreign_followed", "own_check_passed", "extra_work", "nothing_used"] as const;
export type Cue = (typeof CUES)[number];

/** Share and number of steps beyond the baseline's from which on a trial counts as extra work. */
const EXTRA_SHARE = 0.5;
const EXTRA_STEPS = 3;
/** A test runner's or a script's word that all is well, in the output of a step. */
const passedCheck =
  /\b(?:[1-9]\d* pass(?:ed|ing)\b|all (?:\w+ )?(?:tests|checks) (?:passed|pass|ok|succeeded)|tests? (?:passed|succeeded)|0 fail(?:ed|ures?|ing)\b|build succeeded)|^(?:ok|pass(?:ed)?|success)\b/im;
const failedCheck =
  /\b(?:[1-9]\d* (?:failed|failing|failures?|errors?)\b|assertionerror|traceback|segmentation fault|build failed)|^(?:fail(?:ed)?|error)\b/im;

/** Which cues a pair shows. The rules look at the steps alone, so that they mean the same at tasks lost, gained and kept. */
export function findCues({ benchmark, base, candidate, evidence }: CuePair): Cue[] {
  const holds: Record<Cue, boolean> = {
    foreign_followed: evidence.some(
      (each) => each.use === "followed" && each.benchmark !== null && each.benchmark !== benchmark,
    ),
    own_check_passed: lastCheckPassed(candidate),
    extra_work:
      candidate.length >= base.length + EXTRA_STEPS && candidate.length >= base.length * (1 + EXTRA_SHARE),
    nothing_used: evidence.length > 0 && evidence.every(({ use }) => use === "ignored"),
  };
  return CUES.filter((cue) => holds[cue]);
}

/** Whether the last output that says how a check ended says that it passed. */
function lastCheckPassed(steps: readonly TrajectoryStep[]): boolean {
  for (const { observation } of steps.toReversed()) {
    if (observation === null) continue;
    // A long output says how it ended at its end.
    const end = observation.slice(-4000);
    if (failedCheck.test(end)) return false;
    if (passedCheck.test(end)) return true;
  }
  return false;
}

/** A cue with how many of the lost tasks show it, and of the tasks gained and kept. */
export type CueCount = { cue: Cue; lost: { k: number; n: number }; control: { k: number; n: number } };

export function countCues(
  lost: readonly (readonly Cue[])[],
  control: readonly (readonly Cue[])[],
): CueCount[] {
  const count = (all: readonly (readonly Cue[])[], cue: Cue) => ({
    k: all.filter((cues) => cues.includes(cue)).length,
    n: all.length,
  });
  return CUES.map((cue) => ({ cue, lost: count(lost, cue), control: count(control, cue) }));
}
