// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { AttributionCase } from "#lib/attribution/attribution-case.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { compareRuns } from "#lib/transfer/compare.ts";
import { drawRates, drawRun } from "#lib/transfer/simulations/draw-runs.ts";
import { randomTasks, trialsOf } from "#lib/transfer/testing.ts";
import { reportHtml } from "./report-html.ts";
import type { Report, ReportedRun } from "./schema.ts";

const hostile = `</script></style><img src=x onerror="alert(1)"><script src="https://evil.example/x.js"></script>'"&`;

function reportedRun(name: string): ReportedRun {
  const facts = { scope: null, memoryType: null, model: "m", agent: null, release: null, source: "harbor" };
  return {
    id: name,
    name,
    arm: "zero_shot",
    importedAt: "2026-01-02T00:00:00Z",
    trials: 3,
    synthetic: false,
    ...facts,
  };
}

function caseOf(title: string): AttributionCase {
  const counts = { exposures: 9, tasks: 3, lostAlone: 1, lostShared: 2 };
  const state = { separable: false, restsOnErrors: false, state: "supported" } as const;
  return {
    memoryIds: ["1", "2"],
    titles: [title, "other"],
    effect: -0.3,
    ci: [-0.5, -0.1],
    q: 0.01,
    ...counts,
    ...state,
  };
}

function reportOf(comparison: Report["compared"]["comparison"], name = "base"): Report {
  const side = { id: name, name, arm: "zero_shot", memoryType: null, model: "m" } as const;
  return {
    base: reportedRun(name),
    candidate: reportedRun("candidate"),
    compared: { base: side, candidate: { ...side, id: "c", name: "candidate" }, comparison },
    matrix: { measure: { kind: "pass", k: 1 }, runs: [], rows: [], tests: 0, below: 0, belowByChance: 0 },
    cases: [caseOf(name)],
    incomplete: null,
    judged: null,
    fairness: [{ what: "Agent", state: "differs", says: `1 and 2 ${name}` }],
    made: { at: "2026-01-03T10:00:00Z", version: "0.1.0", node: "24.0.0", revision: "77" },
  };
}

const opened = (report: Report) => new DOMParser().parseFromString(reportHtml(report), "text/html");
const cellsOf = (row: Element) => [...row.children].map((cell) => cell.textContent?.trim());

describe("reportHtml", () => {
  const comparison = compareRuns(
    trialsOf({
      "swe/a__b-1": "ppp",
      "swe/a__b-2": "fff",
      "gym/t3": "ppf",
      "gym/t4": "fff",
      "gym/t5": "fff",
      "gym/alone": "p",
    }),
    trialsOf({ "swe/a__b-1": "fff", "swe/a__b-2": "pff", "gym/t3": "ppe", "gym/t4": "fff", "gym/t5": "ff" }),
  );

  it("says what the comparison says: verdict, benchmarks, every task, what has no pair", () => {
    const page = opened(reportOf(comparison));
    expect(page.querySelector("h1")?.textContent).toBe("base → candidate");
    expect(page.querySelector(".verdict h2")?.textContent).toContain("No significant difference");
    expect([...page.querySelectorAll(".figures b")].slice(0, 5).map((each) => each.textContent)).toEqual([
      ..."11112",
    ]);
    const tasks = [...page.querySelectorAll("#tasks tbody tr")].map(cellsOf);
    expect(tasks).toHaveLength(5);
    expect(tasks[0]).toEqual([
      "swe",
      "a__b-1",
      "lost",
      expect.any(String),
      "3/3",
      "0/3",
      "-100",
      expect.any(String),
    ]);
    expect(page.querySelector("details summary")?.textContent).toBe(
      "Only the baseline has 1 tasks without a pair",
    );
    expect(page.body.textContent).toContain("not separable from: other");
    expect(page.body.textContent).toContain("1 and 2 base");
    expect(page.body.textContent).toContain("Data revision 77");
    expect(page.body.textContent).toContain("Exact permutation test of pass rates per task");
  });

  it("asks nobody for anything", () => {
    const text = reportHtml(reportOf(comparison));
    expect(text).not.toMatch(/https?:|\bsrc=|@import|url\(|<link|<iframe|fetch\(/);
    expect(text).toContain("default-src &#39;none&#39;");
  });

  it("takes no name for markup", () => {
    const trials = trialsOf({ t: "p", u: "f" }).map((trial) => ({
      ...trial,
      taskName: `${trial.taskName} ${hostile}`,
      benchmark: hostile,
    }));
    const page = opened(reportOf(compareRuns(trials, trials), hostile));
    expect(page.querySelectorAll("img, [onerror], [src]")).toHaveLength(0);
    expect(page.querySelectorAll("script")).toHaveLength(1);
    expect(page.querySelector("h1")?.textContent).toContain(hostile);
    expect(page.querySelector("#tasks tbody tr")?.getAttribute("data-benchmark")).toBe(hostile);
  });

  it("stays far below 5 MB for 500 tasks and 2,000 memories", () => {
    const random = seededRandom(1);
    const draw = () => drawRun(drawRates("uniform", 500, random), random, { benchmarks: 10 });
    const report = reportOf(compareRuns(draw(), draw()));
    const cases = Array.from({ length: 2000 }, (_, i) => caseOf(`Memory ${i} ${"of some words ".repeat(6)}`));
    expect(reportHtml({ ...report, cases }).length).toBeLessThan(2_000_000);
  });

  it("is whole where nothing can be compared", () => {
    const page = opened(reportOf(compareRuns([], trialsOf(randomTasks(seededRandom(2), { tasks: 3 })))));
    expect(page.querySelector(".verdict h2")?.textContent).toBe("Nothing to compare");
    expect(page.querySelectorAll("#tasks tbody tr")).toHaveLength(0);
  });
});
