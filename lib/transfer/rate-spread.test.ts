import { expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { rateSpread } from "./rate-spread.ts";

it("finds the spread of the true rates, without what chance adds", () => {
  const random = seededRandom(4);
  for (const spread of [0, 0.2, 0.4]) {
    const tasks = Array.from({ length: 4000 }, (_, i) => {
      const rate = 0.5 + (i % 2 === 0 ? spread : -spread);
      let passed = 0;
      for (let attempt = 0; attempt < 3; attempt++) if (random() < rate) passed += 1;
      return { scored: 3, passed };
    });
    const found = rateSpread(tasks);
    expect(found?.passRate).toBeCloseTo(0.5, 1);
    expect(Math.abs((found?.spread ?? 9) - spread)).toBeLessThan(spread === 0 ? 0.07 : 0.02);
    expect(found).toMatchObject({ tasks: 4000, attempts: 3 });
  }
});

it("knows no spread without repeats, and nothing without attempts", () => {
  expect(
    rateSpread([
      { scored: 1, passed: 1 },
      { scored: 1, passed: 0 },
    ]),
  ).toEqual({
    tasks: 2,
    attempts: 1,
    passRate: 0.5,
    spread: null,
  });
  expect(rateSpread([{ scored: 0, passed: 0 }])).toBeNull();
});
