import { describe, expect, it } from "vitest";
import { sizeOf } from "#lib/metrics/shapley.ts";
import { blocksToConfirm, designReruns } from "./design-reruns.ts";
import { listExplanations, losesWith } from "./explanations.ts";
import { separatingReruns } from "./separating-reruns.ts";

const clear = { without: 0.875, with: 0.125 };

describe("reruns that tell two explanations apart", () => {
  it("are three at chances of .875 and .125: by hand, two of three on the wrong side in 4.3%", () => {
    // 3 * .125^2 * .875 + .125^3 = .04297
    const found = separatingReruns(clear);
    expect(found).toMatchObject({ reruns: 3, capped: false });
    expect(found.error).toBeCloseTo(0.04297, 4);
  });

  it("are more the closer the chances are, and capped where they are equal", () => {
    expect(separatingReruns({ without: 0.8, with: 0.3 }).reruns).toBeGreaterThan(3);
    expect(separatingReruns({ without: 0.5, with: 0.5 })).toMatchObject({ capped: true, error: 0.5 });
  });
});

describe("a plan", () => {
  it("takes four blocks to confirm one of three memories, by hand 2.25 * 2.78 * 3.06 * 3.24 = 62 >= 60", () => {
    expect(blocksToConfirm(3)).toBe(4);
  });

  for (const memories of [1, 2, 3, 4, 5]) {
    it(`of ${memories} memories separates each two explanations and holds enough blocks`, () => {
      const { repeats, separating, blocks, total } = designReruns(memories, clear);
      const explanations = listExplanations(memories);
      for (const one of explanations)
        for (const other of explanations.filter((each) => each !== one)) {
          const differing = repeats.reduce(
            (sum, count, subset) => sum + (losesWith(one, subset) === losesWith(other, subset) ? 0 : count),
            0,
          );
          expect(differing).toBeGreaterThanOrEqual(separating);
        }
      for (let memory = 0; memory < memories; memory++)
        expect(blocksOf(repeats, memory)).toBeGreaterThanOrEqual(blocks);
      expect(total).toBe(repeats.reduce((sum, count) => sum + count, 0));
    });
  }

  it("of three memories is the fewest of all plans that treat them alike, by brute force", () => {
    const found = designReruns(3, clear);
    let fewest = Number.POSITIVE_INFINITY;
    for (let code = 0; code < 6 ** 4; code++) {
      const sizes = [code % 6, Math.floor(code / 6) % 6, Math.floor(code / 36) % 6, Math.floor(code / 216)];
      const repeats = Array.from({ length: 8 }, (_, subset) => sizes[sizeOf(subset)] ?? 0);
      const explanations = listExplanations(3);
      const separates = explanations.every((one, i) =>
        explanations.slice(i + 1).every((other) => {
          const differing = repeats.filter((_, s) => losesWith(one, s) !== losesWith(other, s));
          return differing.reduce((sum, count) => sum + count, 0) >= found.separating;
        }),
      );
      if (separates && blocksOf(repeats, 0) >= found.blocks)
        fewest = Math.min(
          fewest,
          repeats.reduce((sum, count) => sum + count, 0),
        );
    }
    expect(found.total).toBe(fewest);
    // One rerun of each subset but the pairs, which have two.
    expect(found.repeats).toEqual([1, 1, 1, 2, 1, 2, 2, 1]);
    expect(found.lattice).toEqual({ repeats: 2, total: 16 });
  });
});

/** Blocks of one memory: repeats that a subset without it and the same with it both have. */
function blocksOf(repeats: readonly number[], memory: number): number {
  return repeats.reduce(
    (sum, count, subset) =>
      sum + (subset & (1 << memory) ? 0 : Math.min(count, repeats[subset | (1 << memory)] ?? 0)),
    0,
  );
}
