import { benjaminiHochberg } from "#lib/metrics/benjamini-hochberg.ts";
import type { PairedOutcome, PairedTask } from "#lib/transfer/schema.ts";
import { type ExposureTest, testExposure } from "./exposure-test.ts";
import { byTask, type Exposure, findExposures, type ShownMemory } from "./exposures.ts";
import { outcomesByChance } from "./outcomes-by-chance.ts";
import { type PassesByChance, passesByChance } from "./passes-by-chance.ts";
import { type Tested, tellApart } from "./tell-apart.ts";

/**
 * What can be said of a memory.
 * - harmful, helpful: q <= 0.05, and no other memory explains it.
 * - suspected: it points to harm, and may be chance or another memory's doing.
 * - unclear: no sign of harm beyond chance.
 * - few: shown at too few tasks to say anything.
 */
export type MemoryVerdict = "harmful" | "helpful" | "suspected" | "unclear" | "few";

/** What the attempts that were shown a memory came to, against the baseline at the same tasks. */
export type MemoryBlame = {
  memoryId: string;
  /** Memories shown to exactly the same attempts: all said here is said of them together. */
  alike: string[];
  /** Showings in counted attempts at paired tasks, and those tasks. */
  retrievals: number;
  tasks: number;
  gained: number;
  lost: number;
  kept: number;
  never: number;
  /** Lost tasks at which every attempt that was shown it was shown nothing else. */
  lostAlone: number;
  /** Tasks that would be gained and lost by chance. */
  gainedByChance: number;
  lostByChance: number;
  /** Chance that two or more tasks net would be lost, gained, by chance. */
  netLossByChance: number;
  netGainByChance: number;
  /** Mean over its tasks of the share passed of the attempts shown it, less the baseline's share; -1 to 1. */
  effect: number;
  /** Attempts shown it, those that passed, and that would pass by the run as a whole. */
  attempts: number;
  passed: number;
  expected: number;
  /** Exact p, and Benjamini-Hochberg over all memories that can be tested; null = too few tasks. */
  p: number | null;
  q: number | null;
  /** Its p is small only because attempts errored: they may have failed by no doing of a memory. */
  restsOnErrors: boolean;
  /** The memory that explains it or can't be told apart from it. */
  rival: string | null;
  verdict: MemoryVerdict;
};

/** At or below this share of false ones, memories are named. */
export const BLAME_LEVEL = 0.05;
/** Fewer tasks than these are never tested. */
export const FEWEST_TASKS = 3;

/** Judges every memory the candidate was shown, the surest harm first. */
export function blameMemories(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  options: { excludeErrored?: boolean } = {},
): MemoryBlame[] {
  const byChance = passesByChance(tasks);
  const tested = findExposures(tasks, shown, options).map((exposure) => ({
    exposure,
    test: testExposure(byTask(exposure.attempts), byChance),
  }));
  const judged = judge(tested, byChance);
  const withoutErrored = errorFreeTest(tasks);
  const rows = tested.map((each) => {
    const members = [...new Set(each.exposure.attempts.map(({ task }) => task))];
    const chance = outcomesByChance(members, tasks, byChance.givenBaseline);
    const counts = countOutcomes(each.exposure, members, tasks);
    const judgement = judged.get(each.exposure) ?? { p: null, q: null, rival: null };
    const isSmall = judgement.p !== null && judgement.p <= BLAME_LEVEL;
    const restsOnErrors = isSmall && withoutErrored(each.exposure) > BLAME_LEVEL;
    const row = { ...counts, ...chance, ...said(each), ...judgement, restsOnErrors };
    return { ...row, verdict: verdictOf(row) };
  });
  return rows.sort(worstFirst);
}

/** p of a memory when errored attempts of both sides are left out. */
function errorFreeTest(tasks: readonly PairedTask[]): (exposure: Exposure) => number {
  const free = ({ outcomes, passed }: PairedTask["base"]) => ({
    scored: outcomes.passed + outcomes.failed,
    passed,
  });
  let byChance: PassesByChance | null = null;
  return ({ attempts }) => {
    byChance ??= passesByChance(
      tasks.map((task) => ({
        benchmark: task.benchmark,
        base: free(task.base),
        candidate: free(task.candidate),
      })),
    );
    return testExposure(byTask(attempts.filter(({ errored }) => !errored)), byChance).p;
  };
}

type Judgement = { p: number; q: number; rival: string | null };

/** p and q of the memories that can be tested. */
function judge(tested: readonly Tested[], byChance: PassesByChance): Map<Exposure, Judgement> {
  // Whether any outcome could have told something depends on the design alone, so leaving the others out is fair.
  const testable = tested.filter(
    ({ exposure, test }) =>
      new Set(exposure.attempts.map(({ task }) => task)).size >= FEWEST_TASKS && test.leastP <= BLAME_LEVEL,
  );
  const first = benjaminiHochberg(testable.map(({ test }) => test.p));
  const passing = testable.filter((_, i) => (first[i] ?? 1) <= BLAME_LEVEL);
  const cutoff = (BLAME_LEVEL * passing.length) / Math.max(1, testable.length);
  const explained = tellApart(passing, byChance, cutoff);
  const ps = testable.map(({ exposure, test }) => Math.max(test.p, explained.get(exposure)?.p ?? 0));
  const qs = benjaminiHochberg(ps);
  return new Map(
    testable.map(({ exposure }, i) => [
      exposure,
      { p: ps[i] ?? 1, q: qs[i] ?? 1, rival: explained.get(exposure)?.rival.memoryIds[0] ?? null },
    ]),
  );
}

function said({ exposure, test }: { exposure: Exposure; test: ExposureTest }) {
  const [memoryId = "", ...alike] = exposure.memoryIds;
  const { passed, expected } = test;
  return {
    memoryId,
    alike,
    retrievals: exposure.retrievals,
    attempts: exposure.attempts.length,
    passed,
    expected,
  };
}

function countOutcomes({ attempts }: Exposure, members: readonly number[], tasks: readonly PairedTask[]) {
  const count = (outcome: PairedOutcome) => members.filter((i) => tasks[i]?.outcome === outcome).length;
  const effects = byTask(attempts).map(({ task, attempts: shown, passed }) => {
    const base = tasks[task]?.base;
    return base ? passed / shown - base.passed / base.scored : 0;
  });
  const notAlone = new Set(attempts.filter(({ alone }) => !alone).map(({ task }) => task));
  return {
    tasks: members.length,
    gained: count("gained"),
    lost: count("lost"),
    kept: count("kept"),
    never: count("never"),
    lostAlone: members.filter((i) => tasks[i]?.outcome === "lost" && !notAlone.has(i)).length,
    effect: effects.reduce((sum, effect) => sum + effect, 0) / effects.length,
  };
}

function verdictOf(row: Omit<MemoryBlame, "verdict">): MemoryVerdict {
  const { p, q, effect, passed, expected, rival, alike, restsOnErrors } = row;
  if (p === null || q === null) return "few";
  // Both ways of looking at it must agree: worse than the baseline, and worse than the run as a whole.
  const harms = effect < 0 && passed < expected;
  const named = q <= BLAME_LEVEL && rival === null && alike.length === 0 && !restsOnErrors;
  if (harms) return named ? "harmful" : p <= BLAME_LEVEL || rival !== null ? "suspected" : "unclear";
  return named && effect > 0 && passed > expected ? "helpful" : "unclear";
}

const verdictOrder: Record<MemoryVerdict, number> = {
  harmful: 0,
  suspected: 1,
  unclear: 2,
  few: 4,
  helpful: 3,
};

function worstFirst(a: MemoryBlame, b: MemoryBlame): number {
  const harm = (row: MemoryBlame) => (row.effect < 0 ? (row.q ?? 2) : 3);
  return (
    verdictOrder[a.verdict] - verdictOrder[b.verdict] ||
    harm(a) - harm(b) ||
    (a.p ?? 1) - (b.p ?? 1) ||
    a.effect - b.effect ||
    a.memoryId.localeCompare(b.memoryId)
  );
}
