import { expect, it } from "vitest";
import type { TrajectoryStep } from "./schema.ts";
import { searchSteps } from "./search-steps.ts";
import { outlineSteps } from "./step-outline.ts";

const step = (parts: Partial<TrajectoryStep>): TrajectoryStep => ({
  source: "agent",
  message: null,
  reasoning: null,
  action: null,
  observation: null,
  ...parts,
});

it("keeps short steps whole, with the length of each part", () => {
  const [outline] = outlineSteps([step({ action: "\n  ls -la\ncd x", observation: "a\nb" })]);
  expect(outline).toEqual({
    number: 1,
    source: "agent",
    line: "ls -la",
    parts: [
      { part: "action", head: "\n  ls -la\ncd x", length: 14 },
      { part: "observation", head: "a\nb", length: 3 },
    ],
  });
  expect(outlineSteps([step({})])[0]?.line).toBe("(empty)");
});

it("sends a bounded part of 200 steps and 5 MB", () => {
  const steps = Array.from({ length: 200 }, (_, i) =>
    step({ action: `run part ${i}`, observation: "x".repeat(25_000) }),
  );
  const outlines = outlineSteps(steps);
  expect(outlines).toHaveLength(200);
  expect(JSON.stringify(outlines).length).toBeLessThan(250_000);
  expect(outlines[7]?.parts[1]).toMatchObject({ part: "observation", length: 25_000 });
  expect(outlines[7]?.parts[1]?.head.length).toBeGreaterThan(500);
});

it("finds a text in all parts of all steps, also where no page has loaded it", () => {
  const steps = [
    step({ message: "Look for the Cause", observation: `${"y".repeat(30_000)} the cause, the CAUSE` }),
    step({ action: "cat cause.txt" }),
    step({ reasoning: "nothing" }),
  ];
  expect(searchSteps(steps, " cause ")).toEqual([
    { step: 1, part: "message", count: 1 },
    { step: 1, part: "observation", count: 2 },
    { step: 2, part: "action", count: 1 },
  ]);
  expect(searchSteps([step({ action: "aaaa" })], "aa")).toEqual([{ step: 1, part: "action", count: 2 }]);
  expect(searchSteps(steps, "  ")).toEqual([]);
});
