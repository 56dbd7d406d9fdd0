import { describe, expect, it } from "vitest";
import { effectPlane } from "#lib/attribution/effect-plane.ts";
import { effectDots } from "./effect-dots.ts";
import { effectOf } from "./testing.ts";

function dotsOf(rows: ReturnType<typeof effectOf>[], measure: "lisi" | "lintFindings" = "lisi") {
  return effectDots(effectPlane(rows, measure, 2).points, measure);
}

describe("effectDots", () => {
  it("says of a dot what its mark shows, numbers and all", () => {
    const [dot] = dotsOf([effectOf("a", 3, -0.5, "harmful")]);
    expect(dot?.name).toBe(
      "Title of a (DevEval): harmful, −50.0 points at 9 tasks, q = .021; 3 lost, 2 alone; LISI 3.00",
    );
  });

  it("says when there were too few tasks, and counts findings whole", () => {
    const few = { ...effectOf("a", 3, 0.1, "few"), q: null };
    const [dot] = dotsOf([few], "lintFindings");
    expect(dot?.name).toContain("too few tasks, +10.0 points at 9 tasks, too few to say");
    expect(dot?.name).toMatch(/; lint findings 2$/);
  });

  it("gives color to what is named alone, and a warning to what is abstract as well", () => {
    const dots = dotsOf([
      effectOf("chance", 3, -0.9, "suspected"),
      effectOf("specific", 1, -0.5, "harmful"),
      effectOf("abstract", 3, -0.5, "harmful"),
      effectOf("good", 3, 0.5, "helpful"),
    ]);
    const ids = (is: "isNamed" | "isSuspect") => dots.filter((dot) => dot[is]).map(({ id }) => id);
    expect(ids("isNamed").sort()).toEqual(["abstract", "good", "specific"]);
    expect(ids("isSuspect")).toEqual(["abstract"]);
  });
});
