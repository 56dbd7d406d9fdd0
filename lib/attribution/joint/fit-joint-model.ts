import { runInSteps } from "#lib/shared/work/run-in-steps.ts";
import { layOut } from "./design.ts";
import { diagnose } from "./diagnose.ts";
import { seededDraw } from "./draw.ts";
import { type Draws, keepDraw, noDraws } from "./draws.ts";
import { summarize } from "./memory-effect.ts";
import { startState } from "./state.ts";
import { summarizeDraws } from "./summarize-draws.ts";
import { sweep } from "./sweep.ts";
import type { JointAttempt, JointFit, JointOptions } from "./types.ts";

/** Chosen by measurement: docs/metrics.md, "Joint attribution". */
const CHAINS = 4;
const WARM_UP = 200;
const KEPT = 800;
const SWEEPS_EACH = 2;

/**
 * Which memories changed the outcomes of attempts, all of them at once: a probit model of the chance to pass with the
 * task, the run as a whole and every memory that was shown, fitted by a Gibbs sampler. Results hang on the seed alone.
 * @throws signal.reason when aborted
 */
export async function fitJointModel(
  attempts: readonly JointAttempt[],
  memoryCount: number,
  options: JointOptions = {},
): Promise<JointFit> {
  return runInSteps(fitInSteps(attempts, memoryCount, options), options.signal, options.onProgress);
}

function* fitInSteps(
  attempts: readonly JointAttempt[],
  memoryCount: number,
  { seed = 42, draws: asked = KEPT, benchmarks }: JointOptions,
): Generator<number, JointFit> {
  const draws = yield* sample(attempts, memoryCount, { seed, asked, benchmarks });
  const found = yield* summarizeDraws(draws, memoryCount);
  return {
    armEffect: summarize(draws.whole.arm),
    ...found,
    diagnostics: { ...diagnose(draws), draws: draws.count, chains: CHAINS, seed },
  };
}

/** Runs the chains one after the other. */
function* sample(
  attempts: readonly JointAttempt[],
  memoryCount: number,
  { seed, asked, benchmarks }: { seed: number; asked: number; benchmarks: readonly number[] | undefined },
): Generator<number, Draws> {
  const design = layOut(attempts, memoryCount, benchmarks);
  const each = Math.ceil(asked / CHAINS);
  const draws = noDraws(design, each * CHAINS, CHAINS);
  const rounds = WARM_UP + each * SWEEPS_EACH;
  for (let chain = 0; chain < CHAINS; chain++) {
    const state = startState(design, seededDraw(seed + 7919 * chain));
    for (let round = 0; round < rounds; round++) {
      sweep(state, round < WARM_UP ? round : null);
      const after = round - WARM_UP + 1;
      if (after > 0 && after % SWEEPS_EACH === 0)
        keepDraw(draws, chain * each + after / SWEEPS_EACH - 1, state);
      yield (0.95 * (chain + round / rounds)) / CHAINS;
    }
  }
  return draws;
}
