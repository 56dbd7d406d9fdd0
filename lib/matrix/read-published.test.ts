import { describe, expect, it } from "vitest";
import { type PublishedTable, publishedTables } from "./published-results.ts";
import { readPublished } from "./read-published.ts";

const table = (id: string): PublishedTable => {
  const found = publishedTables.find((each) => each.id === id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
};

describe("the published tables", () => {
  it("hold, to their three digits, whole tasks and the averages that are printed", () => {
    for (const { id, benchmarks, rows, measure, average } of publishedTables) {
      const read = readPublished(table(id));
      for (const [i, row] of rows.entries()) {
        const { solved = [], micro = 0, macro = 0 } = read[i] ?? {};
        for (const [at, share] of row.shares.entries()) {
          const exact = (solved[at] ?? 0) / (benchmarks[at]?.tasks ?? 1);
          expect(Math.abs(exact - share), `${id}, ${row.name}, ${measure}`).toBeLessThan(0.0006);
        }
        expect(
          Math.abs((average === "micro" ? micro : macro) - row.printedAverage),
          `${id}, ${row.name}`,
        ).toBeLessThan(0.001);
      }
    }
  });

  it("solved 257 and 275 of 491 tasks with GPT-5-mini: the average weighs tasks, not benchmarks", () => {
    const [zero, , , , insights] = readPublished(table("gpt-5-mini"));
    expect(zero?.solved).toEqual([91, 47, 73, 28, 10, 8]);
    expect(insights?.solved).toEqual([93, 47, 77, 32, 17, 9]);
    expect(insights?.net).toBe(18);
    expect(zero?.macro).toBeCloseTo(0.534, 3);
  });
});

describe("what they can say", () => {
  const [, trajectories, , , insights] = readPublished(table("gpt-5-mini"));

  it("is p as a function of the discordant pairs, which are not printed", () => {
    // scipy.stats.binomtest((D + 18) // 2, D).pvalue
    const at = (discordant: number) => insights?.possible.find((each) => each.discordant === discordant)?.p;
    expect(at(30)).toBeCloseTo(0.0014309, 6);
    expect(at(70)).toBeCloseTo(0.0414, 3);
    expect(at(80)).toBeCloseTo(0.0567, 3);
    expect(at(120)).toBeCloseTo(0.1207, 3);
    expect(insights?.significantUpTo).toBe(74);
  });

  it("begins with the fewest discordant pairs that the benchmarks' counts allow, and ends with the most", () => {
    // Trajectories: gained 3 + 2 + 4 + 1, lost 4 + 1.
    expect(trajectories?.possible[0]?.discordant).toBe(15);
    // Of 9 unsolved 3 are gained: 6 more can change places with 91 solved, and so on over the benchmarks.
    const more =
      Math.min(6, 91) +
      Math.min(51, 47) +
      Math.min(23, 73) +
      Math.min(61, 24) +
      Math.min(79, 10) +
      Math.min(4, 7);
    expect(trajectories?.possible.at(-1)?.discordant).toBe(15 + 2 * more);
  });

  it("may be turned around by the kind of average", () => {
    expect(trajectories?.averagesDisagree).toBe(true);
    expect(insights?.averagesDisagree).toBe(false);
  });

  it("is not tested where shares are means of several runs", () => {
    expect(readPublished(table("task-agnostic"))[1]).toMatchObject({ net: null, possible: [] });
  });
});
