import { expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { areaUnderCurve } from "./auc.ts";

const y = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1].map(Boolean);
const scores = [3, 1, 4, 1, 5, 2, 6, 2, 7, 1, 3, 8];

it("equals scikit-learn's area, scipy's p and DeLong's interval on the logit scale", () => {
  const found = areaUnderCurve(scores, y);
  // sklearn.metrics.roc_auc_score(y, s), scikit-learn 1.9.1
  expect(found?.auc).toBeCloseTo(0.7916666666666666, 12);
  // scipy.stats.mannwhitneyu(s[y == 1], s[y == 0], method="asymptotic").pvalue
  expect(found?.p).toBeCloseTo(0.10558779671958753, 10);
  // psi = [[1 if a > b else .5 if a == b else 0 for b in s[y == 0]] for a in s[y == 1]]
  // v = psi.mean(1).var(ddof=1) / 6 + psi.mean(0).var(ddof=1) / 6; expit(logit(auc) -+ norm.ppf(.975) * sqrt(v) / (auc * (1 - auc)))
  expect(found?.ci[0]).toBeCloseTo(0.39924839776678983, 8);
  expect(found?.ci[1]).toBeCloseTo(0.9560013301294674, 8);
});

it("keeps a p far out in the tail", () => {
  const n = 40;
  const apart = Array.from({ length: 2 * n }, (_, i) => i);
  const found = areaUnderCurve(
    apart,
    apart.map((i) => i >= n),
  );
  expect(found?.auc).toBe(1);
  // scipy.stats.mannwhitneyu(range(40, 80), range(40), method="asymptotic").pvalue
  expect(found?.p).toBeCloseTo(1.435085306393668e-14, 24);
  expect(found?.ci[0]).toBeGreaterThan(0.9);
});

it("says nothing where a class is empty, and .5 where all scores are equal", () => {
  expect(areaUnderCurve([1, 2], [true, true])).toBeNull();
  expect(areaUnderCurve([1, 1, 1, 1], [true, false, true, false])).toMatchObject({ auc: 0.5, p: 1 });
});

it("covers the true area in about 95% of samples, also a high one", () => {
  const random = seededRandom(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  // Two normal distributions a shift apart: area = Phi(shift / sqrt 2).
  for (const [shift, area] of [
    [0, 0.5],
    [1.5, 0.8556],
  ] as const) {
    let held = 0;
    for (let go = 0; go < 600; go++) {
      const classes = Array.from({ length: 60 }, (_, i) => i % 3 === 0);
      const ci = areaUnderCurve(
        classes.map((is) => normal() + (is ? shift : 0)),
        classes,
      )?.ci ?? [1, 0];
      if (ci[0] <= area && area <= ci[1]) held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.98);
  }
});
