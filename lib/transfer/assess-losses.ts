import { discreteFalseDiscovery } from "#lib/metrics/discrete-false-discovery.ts";
import { hypergeometric } from "#lib/metrics/hypergeometric.ts";
import { poissonBinomial } from "#lib/metrics/poisson-binomial.ts";
import { type Deal, permuteAttempts } from "./permute-attempts.ts";
import type { Noise, PairedTask } from "./schema.ts";

/** Lost tasks are supported as a set: at most this share of them is expected to be chance. */
const FALSE_SHARE = 0.1;

const INTERVAL_LEVEL = 0.95;

/**
 * Tells the lost tasks that chance explains from those that it does not, and counts what chance alone would lose.
 *
 * Chance is a deal: if memory changes nothing at a task, the attempts of both runs there are alike, and any of them
 * could have been the candidate's (see permute-attempts.ts). A lost task is supported when at most one in ten of the
 * losses at least as clear is expected to be chance. Where memory changes nothing anywhere, hence, any loss at all is
 * called supported in at most one of ten comparisons. A loss with an errored attempt of the candidate stays suspected.
 */
export function assessLosses(tasks: readonly PairedTask[]): { tasks: PairedTask[]; noise: Noise } {
  const deals = tasks.map((task) => permuteAttempts(task.base, task.candidate, task.compared));
  const clear = tasks.map((task) => task.outcome === "lost" && !task.errored);
  const weighed = discreteFalseDiscovery(
    deals.map((deal, i) => ({ p: clear[i] ? deal.p : null, possible: deal.losses })),
  );
  const judged = tasks.map((task, i): PairedTask => {
    if (task.outcome !== "lost") return task;
    if (!clear[i]) return { ...task, evidence: "suspected" };
    const noiseQ = weighed[i]?.q ?? 1;
    return {
      ...task,
      noiseP: deals[i]?.p ?? 1,
      noiseQ,
      evidence: noiseQ <= FALSE_SHARE ? "supported" : "suspected",
    };
  });
  const byChance = judged.flatMap((task, i) =>
    task.evidence === "supported" ? [weighed[i]?.byChance ?? 0] : [],
  );
  return { tasks: judged, noise: describeNoise(tasks, deals, byChance) };
}

function describeNoise(tasks: readonly PairedTask[], deals: readonly Deal[], byChance: number[]): Noise {
  const lost = poissonBinomial(
    deals.map((deal) => deal.lost),
    INTERVAL_LEVEL,
  );
  return {
    ...flipsOfBaseline(tasks),
    expectedLost: tasks.length === 0 ? null : lost.mean,
    expectedLostInterval: tasks.length === 0 ? null : [lost.low, lost.high],
    expectedSupported: byChance.length === 0 ? null : Math.max(...byChance),
    repeatedPairs: tasks.filter(couldBeSupported).length,
  };
}

/** Whether a loss here could be supported by itself: all attempts of the baseline passed, none of the candidate's did. */
function couldBeSupported({ base, candidate }: PairedTask): boolean {
  const ofBase = base.outcomes.passed + base.outcomes.failed;
  const ofCandidate = candidate.outcomes.passed + candidate.outcomes.failed;
  const byChance = hypergeometric(ofBase + ofCandidate, ofBase, ofCandidate)[0] ?? 1;
  return byChance / (1 - byChance) <= FALSE_SHARE;
}

/** How often two attempts of the baseline at one task differ. An errored attempt is no failure of the agent's. */
function flipsOfBaseline(tasks: readonly PairedTask[]): Pick<Noise, "tasks" | "flipRate"> {
  let repeated = 0;
  let flips = 0;
  for (const { passed, failed } of tasks.map((task) => task.base.outcomes)) {
    const attempts = passed + failed;
    if (attempts < 2) continue;
    repeated += 1;
    flips += (2 * passed * failed) / (attempts * (attempts - 1));
  }
  return { tasks: repeated, flipRate: repeated === 0 ? null : flips / repeated };
}
