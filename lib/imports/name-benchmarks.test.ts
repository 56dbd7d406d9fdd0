import { describe, expect, it } from "vitest";
import { benchmarkNames } from "#lib/benchmarks/benchmark-names.ts";
import type { PlacedTrial } from "./assembled.ts";
import { trialHashOf } from "./decide-trials.ts";
import { nameBenchmarks, warningsOfNames } from "./name-benchmarks.ts";
import { placedTrial } from "./testing.ts";

function trialsOf(...benchmarks: string[]): PlacedTrial[] {
  return benchmarks.map((benchmark, i) => placedTrial(`t${i}`, { benchmark, path: `${benchmark}/t${i}` }));
}
const hashOf = (trial: PlacedTrial) => trialHashOf({ ...trial, identity: "id:1" });

describe("nameBenchmarks", () => {
  it("gives stored names and keeps what the files said, where that is another", () => {
    const trials = trialsOf("swe_bench", "SWE-bench", "New");
    nameBenchmarks(trials, benchmarkNames(["SWE-bench"]));
    expect(trials.map(({ benchmark, spelledBenchmark }) => [benchmark, spelledBenchmark])).toEqual([
      ["SWE-bench", "swe_bench"],
      ["SWE-bench", undefined],
      ["New", undefined],
    ]);
  });

  it("changes no trial's hash, so that each is known again whatever its benchmark is called", () => {
    const trials = trialsOf("swe_bench");
    const before = trials.map(hashOf);
    nameBenchmarks(trials, benchmarkNames(["Other"], [{ key: "swebench", benchmarkName: "Other" }]));
    expect(trials[0]?.benchmark).toBe("Other");
    expect(trials.map(hashOf)).toEqual(before);
  });
});

describe("warningsOfNames", () => {
  const warnings = (stored: string[], ...brought: string[]) => {
    const names = benchmarkNames(stored);
    nameBenchmarks(trialsOf(...brought), names);
    return warningsOfNames(names);
  };

  it("tells once of a new name that is near a stored one, with the file that brought it", () => {
    const found = warnings(["swe-bench"], "swebench-verified", "SWEbench Verified");
    expect(found).toMatchObject([{ path: "swebench-verified/t0", field: "benchmark", line: null }]);
    expect(found[0]?.reason).toContain('"swebench-verified" is new and similar to "swe-bench"');
  });

  it("tells of two new names that are near each other", () => {
    expect(warnings([], "ReplicationBench", "ReplicatonBench")).toHaveLength(1);
  });

  it("does not tell of stored names again, nor of names that are far apart or respelled", () => {
    expect(warnings(["swe-bench", "swebench-verified"], "swe-bench")).toEqual([]);
    expect(warnings(["Aime"], "DevEval")).toEqual([]);
    expect(warnings(["SWE-bench"], "swe bench")).toEqual([]);
  });
});
