import { expect, it } from "vitest";
import { nearNames, similarNames } from "./near-names.ts";

it.each([
  ["SWE-bench Verified", "swe_bench verified", "spelling"],
  ["swe-bench", "swebench-verified", "part"],
  ["terminal-bench", "terminal-bench-2", "part"],
  ["ReplicationBench", "ReplicatonBench", "letters"],
  ["livecodebench v5", "livecodebench v6", null],
  ["Terminal-Bench 2.0", "Terminal-Bench 20", null],
  ["aider", "aime", null],
  ["ml", "mlgym", null],
  ["DevEval", "SWE-bench", null],
])("%j and %j: %s", (a, b, kind) => {
  expect(nearNames([a, b])[0]?.kind ?? null).toBe(kind);
});

it("finds nothing among the ten benchmarks of the demo pool", () => {
  const names = [
    "Aider-Polyglot",
    "Aime",
    "BFCL",
    "BixBench",
    "CompileBench",
    "CrustBench",
    "DevEval",
    "MLGym",
    "ReplicationBench",
    "SWE-bench",
  ];
  expect(nearNames(names)).toEqual([]);
});

it("offers what a new name may stand for, near names before those of its family", () => {
  const stored = ["AIME", "terminal-bench", "Terminal-Bench 2", "SWE-bench Verified", "terminal-bench-core"];
  expect(similarNames("terminal-bench-core", stored)).toEqual(["terminal-bench", "Terminal-Bench 2"]);
  expect(similarNames("swe-bench-lite", stored)).toEqual(["SWE-bench Verified"]);
  expect(similarNames("swe-bench", stored)).toEqual(["SWE-bench Verified"]);
  expect(similarNames("HumanEval", stored)).toEqual([]);
});
