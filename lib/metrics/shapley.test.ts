import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { shapleyTaylorPairs, shapleyValues } from "./shapley.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10));

describe("the Shapley value", () => {
  it("is what three players get by hand: the glove game, one left glove and two right ones", () => {
    // worth 1 with player 0 and at least one other. By hand over the 6 orders: 4/6, 1/6, 1/6.
    const worth = [0, 0, 0, 1, 0, 1, 0, 1];
    expect(shapleyValues(worth)).toEqual(close([2 / 3, 1 / 6, 1 / 6]));
  });

  it("gives all of a loss to the memory that makes it, and half to each of two that need each other", () => {
    // Pass shares: 1 without memory 0, 0 with it.
    expect(shapleyValues([1, 0, 1, 0, 1, 0, 1, 0])).toEqual(close([-1, 0, 0]));
    expect(shapleyValues([1, 1, 1, 0, 1, 1, 1, 0])).toEqual(close([-0.5, -0.5, 0]));
  });

  it("equals the mean gain over all orders", () => {
    const worth = randomWorth(4, 1);
    expect(shapleyValues(worth)).toEqual(close(byOrders(worth, 4)));
  });

  it("refuses values that are not those of all subsets", () => {
    expect(() => shapleyValues([1, 2, 3])).toThrow(RangeError);
  });
});

describe("the Shapley-Taylor index of order 2", () => {
  it("is by hand -1 for two that only together lose the task, and 0 for all other pairs", () => {
    expect(shapleyTaylorPairs([1, 1, 1, 0, 1, 1, 1, 0]).map(({ value }) => value)).toEqual(close([-1, 0, 0]));
  });

  it("equals the mean over all orders of what a pair does among those before both", () => {
    const worth = randomWorth(4, 2);
    const orders = permutations([0, 1, 2, 3]);
    for (const { pair, value } of shapleyTaylorPairs(worth)) {
      const [i, j] = pair;
      const each = orders.map((order) => {
        const first = Math.min(order.indexOf(i), order.indexOf(j));
        const before = maskOf(order.slice(0, first));
        const w = (more: number[]) => worth[before | maskOf(more)] as number;
        return w([i, j]) - w([i]) - w([j]) + w([]);
      });
      expect(value).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / orders.length, 10);
    }
  });

  it("adds up with the gains of the players alone to the worth of all", () => {
    const worth = randomWorth(3, 3);
    const alone = [1, 2, 4].reduce((sum, mask) => sum + (worth[mask] as number) - (worth[0] as number), 0);
    const pairs = shapleyTaylorPairs(worth).reduce((sum, { value }) => sum + value, 0);
    expect(alone + pairs).toBeCloseTo((worth[7] as number) - (worth[0] as number), 10);
  });
});

function randomWorth(players: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: 2 ** players }, () => random());
}

function byOrders(worth: readonly number[], players: number): number[] {
  const orders = permutations(Array.from({ length: players }, (_, i) => i));
  return Array.from({ length: players }, (_, player) => {
    const gains = orders.map((order) => {
      const before = maskOf(order.slice(0, order.indexOf(player)));
      return (worth[before | (1 << player)] as number) - (worth[before] as number);
    });
    return gains.reduce((sum, gain) => sum + gain, 0) / orders.length;
  });
}

function permutations(values: number[]): number[][] {
  if (values.length <= 1) return [values];
  return values.flatMap((value, i) =>
    permutations(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]),
  );
}

function maskOf(players: readonly number[]): number {
  return players.reduce((mask, player) => mask | (1 << player), 0);
}
