import { readFileSync } from "node:fs";
import { mean } from "simple-statistics";
import { expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { fitJointModel } from "./fit-joint-model.ts";
import type { JointAttempt } from "./types.ts";

/** Rows of a file in `fixtures`: task, candidate, passed, then memories from 1 (0 = none). */
function readAttempts(name: string): JointAttempt[] {
  const [, ...rows] = readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return rows.map((row) => {
    const [task = 0, candidate, passed, ...memories] = row.split(",").map(Number);
    const shown = memories.filter((memory) => memory > 0).map((memory) => memory - 1);
    return { task, candidate: candidate === 1, passed: passed === 1, memories: shown };
  });
}

/** Memory 0 makes everyone fail; who else was shown it is up to the caller. */
function planted(tasks: number, others: (random: () => number) => number[]): JointAttempt[] {
  const random = seededRandom(5);
  return Array.from({ length: 6 * tasks }, (_, i) => {
    const candidate = i % 2 === 1;
    const isShown = candidate && random() < 0.4;
    const memories = isShown ? [0, ...others(random)] : candidate ? [4 + Math.floor(4 * random())] : [];
    return { task: Math.floor(i / 6), candidate, passed: !isShown && random() < 0.8, memories };
  });
}

it("gives the same for the same seed, and hears a cancel", async () => {
  const attempts = planted(10, () => [1]);
  const once = () => fitJointModel(attempts, 8, { draws: 40, seed: 3 });
  expect(await once()).toEqual(await once());
  const controller = new AbortController();
  const running = fitJointModel(attempts, 8, { draws: 100_000, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("canceled by hand")), 30);
  await expect(running).rejects.toThrow("canceled by hand");
});

it("makes one group of memories that were always shown together", async () => {
  const { groups, memories } = await fitJointModel(
    planted(40, () => [1, 2]),
    8,
    { draws: 200 },
  );
  const [first] = groups.toSorted((a, b) => a.lfsr - b.lfsr);
  expect(first?.memories).toEqual([0, 1, 2]);
  expect(first?.lfsr).toBeLessThan(0.01);
  expect(first?.upper).toBeLessThan(-0.4);
  expect(memories[3]).toMatchObject({ exposures: 0, group: -1 });
});

it("names two together where too few attempts tell them apart, and one where enough do", async () => {
  const groupsOf = async (apart: number) => {
    const attempts = planted(40, () => [1]);
    // Of the two, only the one that does nothing; half of them pass.
    const own = Array.from(
      { length: apart },
      (_, i): JointAttempt => ({
        task: i,
        candidate: true,
        passed: i % 2 === 1,
        memories: [1],
      }),
    );
    const { groups } = await fitJointModel([...attempts, ...own], 8, { draws: 400 });
    return groups.filter(({ q }) => q <= 0.05).map(({ memories }) => memories.toSorted());
  };
  expect(await groupsOf(1)).toEqual([[0, 1]]);
  expect(await groupsOf(12)).toEqual([[0]]);
});

it("agrees with lme4 where each attempt is shown one memory", async () => {
  // fixtures/lme4.R: the mean change of the chance to pass, by memory.
  const reference = [-0.4084, -0.1288, -0.0126, 0.1071, 0.1771, 0.2406];
  const { memories } = await fitJointModel(readAttempts("one-memory.csv"), 6, { draws: 400 });
  // What all do alike may as well be the run's: that is left out. lme4 plugs in the likeliest values.
  const centered = (values: readonly number[]) => values.map((value) => value - mean([...values]));
  const ours = centered(memories.map(({ effect }) => effect));
  for (const [i, effect] of centered(reference).entries()) {
    expect(Math.abs((ours[i] ?? 9) - effect)).toBeLessThan(0.05);
  }
});

it("agrees with JAGS on the same model, several memories an attempt", async () => {
  // fixtures/reference.R, 8,000 draws of four chains: mean effect and the ends of its 90% interval, by memory.
  const reference = [
    [-0.1618, -0.3642, 0.0071],
    [-0.0013, -0.0677, 0.0637],
    [0.0627, -0.0198, 0.2304],
    [0.0093, -0.0515, 0.0877],
    [-0.0092, -0.0868, 0.0475],
    [-0.021, -0.1182, 0.0376],
    [0.0219, -0.0337, 0.116],
    [-0.0012, -0.0679, 0.0621],
  ];
  const benchmarks = Array.from({ length: 40 }, (_, task) => task % 2);
  const { memories } = await fitJointModel(readAttempts("two-memories.csv"), 8, { benchmarks, draws: 4000 });
  const ours = memories.map(({ effect, lower, upper }) => [effect, lower, upper]);
  reference.flat().forEach((value, i) => {
    expect(Math.abs((ours.flat()[i] ?? 9) - value), `value ${i}`).toBeLessThan(0.012);
  });
  // The chance of harm of the first: 0.6401.
  expect(Math.abs((memories[0]?.lfsr ?? 9) - (1 - 0.6401))).toBeLessThan(0.05);
});
