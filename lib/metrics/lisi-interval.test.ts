import { describe, expect, it } from "vitest";
import { mixingCoverage } from "#bench/calibration/mixing-coverage.ts";

const alike = (labels: number, size: number) => new Array<number>(labels).fill(size);

// At full size and over more kinds: npm run bench -- calibration.
describe("the interval of a mean LISI holds the mean over other pools of the kind", () => {
  it.each([
    { name: "weak structure", sizes: alike(5, 12), apart: 0.5 },
    { name: "no structure, uneven labels", sizes: [40, 20, 10, 5], apart: 0 },
    { name: "structure", sizes: alike(2, 24), apart: 1 },
    { name: "structure, four memories to a task", sizes: alike(3, 24), apart: 1, perTask: 4 },
  ])("$name", async (kind) => {
    const { lisi } = await mixingCoverage(kind, 50);
    // 95% nominal; 50 pools give 0.84 or more with a chance of 0.998 where 0.94 is true.
    expect(lisi.covered).toBeGreaterThanOrEqual(0.84);
    expect(lisi.width).toBeLessThan(2.5);
    expect(lisi.shown).toBe(50);
  });
});
