import { describe, expect, it } from "vitest";
import { changeFacts } from "./change-words.ts";

const change = { fromId: "a", came: 0, went: 0, edited: 0, lost: 0, dbi: null, lisi: null };

describe("changeFacts", () => {
  it("counts what came and went, and names what the test does not see", () => {
    expect(changeFacts({ ...change, came: 1200, went: 3, edited: 2, lost: 1 })).toEqual([
      "1,200 came, 3 went.",
      "2 edited; tested as they are now.",
      "1 gone with their vectors; not tested.",
    ]);
  });

  it("says why there is no test", () => {
    const undefinedBecause = "No comparable memory came or went.";
    expect(changeFacts({ ...change, undefinedBecause })).toEqual([`No test: ${undefinedBecause}`]);
  });
});
