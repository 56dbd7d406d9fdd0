import type { PairedOutcome, PairedTask } from "#lib/transfer/schema.ts";
import { type ExposureTest, testExposure } from "./exposure-test.ts";
import { byTask, type Exposure, findExposures, type ShownMemory } from "./exposures.ts";
import { judgeExposures } from "./judge-exposures.ts";
import { ATTRIBUTION_LEVEL, type MemoryAttribution } from "./memory-attribution.ts";
import { compareByHarm, verdictOf } from "./memory-verdict.ts";
import { outcomesByChance } from "./outcomes-by-chance.ts";
import { type PassesByChance, passesByChance } from "./passes-by-chance.ts";

/** Judges every memory the candidate was shown, the surest harm first. */
export function attributeChanges(
  tasks: readonly PairedTask[],
  shown: readonly ShownMemory[],
  options: { excludeErrored?: boolean } = {},
): MemoryAttribution[] {
  const byChance = passesByChance(tasks);
  const tested = findExposures(tasks, shown, options).map((exposure) => ({
    exposure,
    test: testExposure(byTask(exposure.attempts), byChance),
  }));
  const judged = judgeExposures(tested, byChance);
  const withoutErrored = errorFreeTest(tasks);
  const rows = tested.map((each) => {
    const members = [...new Set(each.exposure.attempts.map(({ task }) => task))];
    const chance = outcomesByChance(members, tasks, byChance.givenBaseline);
    const counts = countOutcomes(each.exposure, members, tasks);
    const judgment = judged.get(each.exposure) ?? { p: null, q: null, rival: null };
    const isSmall = judgment.p !== null && judgment.p <= ATTRIBUTION_LEVEL;
    const restsOnErrors = isSmall && withoutErrored(each.exposure) > ATTRIBUTION_LEVEL;
    const row = { ...counts, ...chance, ...said(each), ...judgment, restsOnErrors };
    return { ...row, verdict: verdictOf(row) };
  });
  return rows.sort(compareByHarm);
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
