import { seededRandom } from "#lib/shared/random.ts";
import type { Predictor } from "../schema.ts";

type Simulation = {
  memories: number;
  /** Predictors that know nothing: half of them yes or no, of unequal frequency, half of them numbers. */
  random: number;
  /** Chance that a planted rule flags a harmful memory, and spares another; null = none is planted. */
  planted: number | null;
};

/** Predictors and effects whose truth is known, for tests and `bench calibration`. */
export function simulatePredictors(
  { memories, random: count, planted }: Simulation,
  seed: number,
): [Predictor[], number[]] {
  const random = seededRandom(seed);
  const effects = Array.from({ length: memories }, () => random() - 0.5);
  const predictors = Array.from({ length: count }, (_, i): Predictor => {
    const isYesNo = i % 2 === 0;
    const share = 0.1 + 0.8 * random();
    const values = effects.map(() => (isYesNo ? Number(random() < share) : random()));
    return { kind: "word", name: `word ${i}`, isYesNo, values };
  });
  if (planted === null) return [predictors, effects];
  const values = effects.map((effect) => Number(effect < 0 === random() < planted));
  return [[...predictors, { kind: "lint rule", name: "planted", isYesNo: true, values }], effects];
}
