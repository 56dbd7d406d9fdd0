import { describe, expect, it } from "vitest";
import type { AttributionCase, CaseState } from "#lib/attribution/attribution-case.ts";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { alignSteps } from "#lib/transfer/align-steps.ts";
import { excerptSteps, markSteps } from "./case-excerpt.ts";
import { caseKey } from "./case-key.ts";
import { countFindings, findingsSentence } from "./count-findings.ts";
import { describeCaseEffect, describeCaseLosses, inseparableFrom, notAloneWarning } from "./describe-case.ts";
import { selectCases } from "./list-cases.ts";
import { placeOfCase, placeOfTask } from "./place-in-list.ts";
import type { CaseJudgment, CaseTask } from "./schema.ts";

const counted = { effect: -0.123, ci: [-0.2, -0.04] as [number, number], q: 0.021 };
const losses = { ...counted, exposures: 12, tasks: 1, lostAlone: 0, lostShared: 3 };

describe("the words of a case", () => {
  it("say effect, interval and q, then what was lost alone", () => {
    expect(describeCaseEffect(counted)).toBe("−12.3 points, 90% interval −20.0 to −4.0, q = .021");
    expect(describeCaseLosses(losses)).toBe("3 lost: 0 alone, 3 with others; 12 attempts at 1 task.");
  });

  it("warn where nothing was lost alone, and only there", () => {
    expect(notAloneWarning(losses, 1)).toMatch(
      /^No task was lost with this memory alone: other memories .* 3 lost/,
    );
    expect(notAloneWarning({ ...losses, lostShared: 0 }, 2)).toBe("No task was lost with these memories.");
    expect(notAloneWarning({ ...losses, lostAlone: 1 }, 1)).toBeNull();
  });

  it("name those it can't be told from", () => {
    const titles = ["A", "X", "Y"];
    expect(inseparableFrom({ titles, separable: false })).toBe("not separable from X, Y");
    expect(inseparableFrom({ titles: ["A"], separable: true })).toBeNull();
    expect(inseparableFrom({ titles: ["A"], separable: false })).toMatch(/it was shown with$/);
  });
});

describe("countFindings", () => {
  const of = (state: CaseState, q: number) => ({ state, q }) as AttributionCase;

  it("says beside the named how many of them chance explains: their number times their largest q", () => {
    const cases = [of("confirmed", 0.01), of("supported", 0.04), of("suspected", 0.3), of("few", 1)];
    const found = countFindings(cases, { netLoss: { seen: 29, byChance: 27.6 } });
    expect(found.wrongByChance).toBeCloseTo(0.08);
    expect(findingsSentence(found)).toBe(
      "1 supported (1 confirmed) at q ≤ .05, of which chance explains about 0.1; 1 suspected, which chance may explain; 29 memories at net ≤ −2 tasks, about 28 by chance alone.".replace(
        "1 supported",
        "2 supported",
      ),
    );
    expect(countFindings([], { netLoss: { seen: 0, byChance: 0 } }).wrongByChance).toBe(0);
  });
});

describe("the list that J and K go through", () => {
  const judgment = { verdict: "harmful" } as CaseJudgment;
  const row = (id: string, state: CaseState, judged: CaseJudgment | null = null) => ({
    memoryIds: [id],
    state,
    judgment: judged,
  });
  const rows = [row("a", "supported", judgment), row("b", "suspected"), row("c", "unclear")];

  it("holds what is to be judged, or one state", () => {
    const ids = (filter: Parameters<typeof selectCases>[1]) =>
      selectCases(rows, filter).map(({ memoryIds }) => memoryIds[0]);
    expect(ids({})).toEqual(["a", "b", "c"]);
    expect(ids({ open: true })).toEqual(["b"]);
    expect(ids({ state: "supported" })).toEqual(["a"]);
  });

  it("goes on with the first case from one that has just left the list", () => {
    expect(placeOfCase(rows, { memoryIds: ["b"] })).toEqual({ index: 1, previous: "a", next: "c" });
    expect(placeOfCase(rows.slice(1), { memoryIds: ["a"] })).toEqual({
      index: null,
      previous: null,
      next: "b",
    });
    expect(placeOfCase([], { memoryIds: ["a"] }).next).toBeNull();
  });

  it("opens the first task where none is named, or one that is not of the case", () => {
    const tasks = ["t0", "t1"].map((taskId) => ({ taskId }) as CaseTask);
    expect(placeOfTask(tasks, null)).toMatchObject({ task: { taskId: "t0" }, previous: null, next: "t1" });
    expect(placeOfTask(tasks, "t9").task?.taskId).toBe("t0");
    expect(placeOfTask(tasks, "t1")).toMatchObject({ previous: "t0", next: null });
    expect(placeOfTask([], null).task).toBeUndefined();
  });
});

it("keeps one key for a case in whatever order its memories come", () => {
  expect(caseKey(["b", "a"])).toBe(caseKey(["a", "b"]));
  expect(caseKey(["a"])).not.toBe(caseKey(["a", "b"]));
});

describe("excerptSteps", () => {
  const steps = (actions: string): TrajectoryStep[] =>
    [...actions].map((action) => ({
      source: "agent",
      message: null,
      reasoning: null,
      action,
      observation: "ok",
    }));
  const excerpt = (base: string, candidate: string) => {
    const [left, right] = [steps(base), steps(candidate)];
    return excerptSteps(alignSteps(left, right), left, right).map(
      ({ base: b, candidate: c, skipped, isFirstDivergence }) =>
        `${skipped > 0 ? `(${skipped}) ` : ""}${b?.action ?? "-"}${c?.action ?? "-"}${isFirstDivergence ? "!" : ""}`,
    );
  };

  it("shows the step before the two part, those after, and how both end", () => {
    expect(excerpt("abcdefghijkl", "abcDefghijkL")).toEqual([
      "(2) cc",
      "dD!",
      "ee",
      "ff",
      "gg",
      "(3) kk",
      "lL",
    ]);
  });

  it("shows all of short ones, and the end of two that never part", () => {
    expect(excerpt("ab", "ac")).toEqual(["aa", "bc!"]);
    expect(excerpt("abcd", "abcd")).toEqual(["(2) cc", "dd"]);
    expect(excerpt("", "a")).toEqual(["-a!"]);
  });

  it("shows the steps that follow or name the memory, wherever they are", () => {
    const at = (step: number) => ({ step, quotes: [] });
    const named = [2, 9].map((step) => ({ ...at(step), how: "title" as const }));
    const marks = markSteps([{ mentions: named, follows: [{ ...at(9), p: 0.01 }] }]);
    expect([...marks]).toEqual([
      [9, "follows it"],
      [2, "names it"],
    ]);
    const [left, right] = [steps("abcdefghijkl"), steps("abcDefghijkL")];
    const rows = excerptSteps(alignSteps(left, right), left, right, marks);
    expect(rows.map(({ candidate, mark }) => [candidate?.number, mark])).toEqual([
      [2, "names it"],
      ...[3, 4, 5, 6, 7].map((number) => [number, null]),
      [9, "follows it"],
      [11, null],
      [12, null],
    ]);
    const many = Array.from({ length: 40 }, (_, i) => ({ ...at(i + 1), p: 0 }));
    expect(markSteps([{ mentions: named, follows: many }]).size).toBe(8);
  });

  it("cuts long texts, not within a letter", () => {
    const long = [
      { source: "agent", message: null, reasoning: null, action: `${"x".repeat(398)}😀y`, observation: null },
    ];
    const [row] = excerptSteps(alignSteps(long, []), long, []);
    expect(row?.base?.action).toBe(`${"x".repeat(398)}…`);
  });
});
