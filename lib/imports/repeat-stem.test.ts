import { describe, expect, it } from "vitest";
import { compareNaturally, repeatStem } from "./repeat-stem.ts";

describe("repeatStem", () => {
  it.each([
    ["T-SE", false, "T-SE", "the first repeat has no marker"],
    ["T-SE_run2", false, "T-SE", "MTL's marker"],
    ["insight-attempt-3", false, "insight", "another harness's"],
    ["gpt-5", false, "gpt-5", "a bare number is part of a name"],
    ["gpt-5-run2", false, "gpt-5", "only the marker goes"],
    ["run2", false, "run2", "a name that is nothing but a marker stays"],
    ["openhands-sonnet2", true, "openhands-sonnet", "Terminal-Bench counts by a bare number"],
    ["openhands-sonnet", true, "openhands-sonnet", "and its first repeat has none"],
    ["2025-08-07__20-46-16", true, "", "or names by the time"],
    ["2025-08-07__20-46-16", false, "2025-08-07__20-46-16", "a job of Harbor is one of its own"],
    ["run-1", true, "", "or by nothing but a marker"],
  ] as [string, boolean, string, string][])("%s (loose %s) is %j: %s", (name, loose, stem) => {
    expect(repeatStem(name, loose)).toBe(stem);
  });
});

describe("compareNaturally", () => {
  it("counts as people do, and tells equal-looking names apart", () => {
    expect(["run10", "run2", "run", "Run"].sort(compareNaturally)).toEqual(["run", "Run", "run2", "run10"]);
    expect(compareNaturally("run02", "run2")).not.toBe(0);
    expect(compareNaturally("a", "a")).toBe(0);
  });
});
