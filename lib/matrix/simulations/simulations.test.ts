import { expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { simulateMatrix } from "./simulate-matrix.ts";

// The same at full size: npm run bench -- calibration matrix-arrows
const repeats = 60;
/** A true rate of .05 exceeds this in one simulation of a thousand: scipy.stats.binom.ppf(.999, 60, .05) / 60. */
const most = 9 / repeats;

it.each([
  ["uniform", 3, 1],
  ["settled", 3, 3],
  ["bimodal", 1, 1],
] as const)(
  "a run and its repeats, rates %s, %i attempts, pass@%i: an arrow in at most 5%% of tables",
  (mix, attempts, k) => {
    const simulated = simulateMatrix(
      { mix, tasks: 60, benchmarks: 3, runs: 3, attempts, measure: { kind: "pass", k }, repeats },
      seededRandom(5),
    );
    expect(simulated.anyArrow).toBeLessThanOrEqual(most);
  },
);
