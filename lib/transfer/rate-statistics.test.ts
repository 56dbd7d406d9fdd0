import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/shared/random.ts";
import { compareRuns } from "./compare.ts";
import { rateStatistics } from "./rate-statistics.ts";
import { repositoryOf } from "./repository-of.ts";
import { drawRates, drawRun } from "./simulations/draw-runs.ts";
import { pairOf, trialsOf } from "./testing.ts";

describe("noise between repeats", () => {
  it.each([
    { attempts: 3, mix: "uniform" },
    { attempts: 2, mix: "all .5" },
    { attempts: 5, mix: "settled" },
  ] as const)("is the spread of A/A differences: $attempts attempts, rates $mix", ({ attempts, mix }) => {
    const random = seededRandom(3);
    const rates = drawRates(mix, 60, random);
    let square = 0;
    let predicted = 0;
    const repeats = 150;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const { micro, repeatNoise } = compareRuns(
        drawRun(rates, random, { attempts }),
        drawRun(rates, random, { attempts }),
        { k: 1 },
      );
      square += (micro["1"]?.delta ?? 0) ** 2 / repeats;
      predicted += (repeatNoise?.sd ?? 0) ** 2 / repeats;
    }
    // A variance of 150 draws is known to some 12%.
    expect(predicted / square).toBeGreaterThan(0.7);
    expect(predicted / square).toBeLessThan(1.4);
  });

  it("is the candidate's where the baseline was not repeated, and unknown where neither was", () => {
    // One attempt of the candidate varies by 1 * 2 / (3 * 2) = 1/3; (1 + 1/3) of it, over one task.
    expect(rateStatistics([pairOf("p", "pff")], 0.95).repeatNoise).toEqual({
      sd: expect.closeTo(Math.sqrt((1 / 3) * (4 / 3)), 12),
      of: "candidate",
      tasks: 1,
    });
    expect(rateStatistics([pairOf("p", "f")], 0.95).repeatNoise).toBeNull();
  });
});

describe("tasks of one repository", () => {
  it.each([
    ["django__django-11099", "django__django"],
    ["scikit-learn__scikit-learn-13142", "scikit-learn__scikit-learn"],
    [`instance_NodeBB__NodeBB-${"0a".repeat(20)}-v${"f".repeat(40)}`, "NodeBB__NodeBB"],
    ["oauthlib__oauthlib.1fd52536.func_basic__0hkl", "oauthlib__oauthlib"],
    ["hello-world", null],
    ["python/two-fer", null],
  ])("are known by name: %s", (name, repository) => {
    expect(repositoryOf(name)).toBe(repository);
  });

  it("widen the interval where they go the same way", () => {
    const tasks = (attempts: (repository: number) => string) =>
      trialsOf(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [`swe/org__r${i % 4}-${i}`, attempts(i % 4)]),
        ),
      );
    const { clustered } = compareRuns(
      tasks(() => "p"),
      tasks((repository) => (repository === 0 ? "f" : "p")),
    );
    expect(clustered).toMatchObject({ clusters: 4, effectiveClusters: 4 });
    expect(clustered?.designEffect).toBeGreaterThan(9);
    expect(clustered?.high).toBeGreaterThan(0);
  });

  it("have no say where no name tells of one", () => {
    expect(rateStatistics([pairOf("p", "f"), pairOf("p", "f")], 0.95).clustered).toBeNull();
  });
});
