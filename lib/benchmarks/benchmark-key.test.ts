import { describe, expect, it } from "vitest";
import { benchmarkKey } from "./benchmark-key.ts";
import { benchmarkNames } from "./benchmark-names.ts";

describe("benchmarkKey", () => {
  it.each([
    "swe-bench verified",
    "swebench-verified",
    "SWE-bench_Verified ",
    "SWE\u2010bench  Verified",
    "ＳＷＥ-bench\tVerified",
    "swe.bench/verified",
  ])("knows %j as a spelling of SWE-bench Verified", (name) => {
    expect(benchmarkKey(name)).toBe(benchmarkKey("SWE-bench Verified"));
  });

  it.each([
    ["terminal-bench", "terminal-bench-2"],
    ["livecodebench v5", "livecodebench v6"],
    ["Terminal-Bench 2.0", "Terminal-Bench 20"],
    ["swe-bench", "swebench-verified"],
    ["HumanEval", "HumanEval+"],
    ["-", "_"],
  ])("keeps %j and %j apart", (a, b) => {
    expect(benchmarkKey(a)).not.toBe(benchmarkKey(b));
  });
});

describe("benchmarkNames", () => {
  it("gives the stored spelling, and the first one where none is stored", () => {
    const names = benchmarkNames(["SWE-bench Verified"]);
    expect(names.canonical("swebench-verified")).toBe("SWE-bench Verified");
    expect(names.canonical(" ML  Gym ")).toBe("ML Gym");
    expect(names.canonical("mlgym")).toBe("ML Gym");
    expect(names.added).toEqual([{ name: "ML Gym", path: "" }]);
  });

  it("follows aliases, in every spelling", () => {
    const names = benchmarkNames(
      ["SWE-bench Verified", "swe-bench"],
      [{ key: "swebench", benchmarkName: "SWE-bench Verified" }],
    );
    expect(names.canonical("SWE_Bench")).toBe("SWE-bench Verified");
    expect(names.same("swe bench", "swebench-VERIFIED")).toBe(true);
    expect(names.same("swe bench", "swebench lite")).toBe(false);
  });

  it("leaves two stored spellings as they are until somebody joins them", () => {
    const names = benchmarkNames(["Aider", "aider"]);
    expect([names.canonical("aider"), names.canonical("AIDER")]).toEqual(["aider", "Aider"]);
  });
});
