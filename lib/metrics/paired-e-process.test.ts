import { expect, it } from "vitest";
import { type Block, pairedEProcess } from "./paired-e-process.ts";

const lost: Block = { without: true, with: false };

it("multiplies by hand: 2.25, then 2.78, then 3.06 for blocks that pass without and fail with", () => {
  // Chances .75 and .25, mean .5: (.75 / .5)^2. Then 2.5 / 3 and .5 / 3: (.8333 / .5)^2. Then 3.5 / 4: (.875 / .5)^2.
  const [first = 0, second = 0, third = 0] = pairedEProcess([lost, lost, lost]);
  expect(first).toBeCloseTo(2.25, 12);
  expect(second / first).toBeCloseTo((0.8333333333 / 0.5) ** 2, 8);
  expect(third / second).toBeCloseTo(3.0625, 12);
});

it("bets nothing once the treatment seems to help", () => {
  const gained: Block = { without: false, with: true };
  const values = pairedEProcess(Array.from({ length: 6 }, () => gained));
  expect(values.every((value) => value <= 1)).toBe(true);
  expect(values[5]).toBe(values[2]);
});

it("expects no gain where the chance is the same with and without, or higher with", () => {
  // Exact, over all outcomes of up to four blocks.
  for (const [without, treated] of [
    [0.5, 0.5],
    [0.9, 0.9],
    [0.1, 0.1],
    [0.3, 0.8],
    [1, 1],
    [0, 0],
  ] as const)
    for (const length of [1, 2, 3, 4])
      expect(expectation(without, treated, length)).toBeLessThanOrEqual(1 + 1e-12);
  expect(expectation(0.9, 0.1, 4)).toBeGreaterThan(10);
});

function expectation(without: number, treated: number, length: number): number {
  let sum = 0;
  for (let code = 0; code < 4 ** length; code++) {
    let weight = 1;
    const blocks = Array.from({ length }, (_, i): Block => {
      const bits = (code >> (2 * i)) & 3;
      const block = { without: (bits & 1) > 0, with: (bits & 2) > 0 };
      weight *= (block.without ? without : 1 - without) * (block.with ? treated : 1 - treated);
      return block;
    });
    sum += weight * (pairedEProcess(blocks).at(-1) ?? 0);
  }
  return sum;
}
