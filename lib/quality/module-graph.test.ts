import { describe, expect, it } from "vitest";
import { findCycles, isForTests, type SourceFile } from "./module-graph.ts";

function fileWith(path: string, imports: Partial<SourceFile["imports"][number]>[]): [string, SourceFile] {
  const full = imports.map((one) => ({ target: "", isLocal: true, isType: false, isDynamic: false, ...one }));
  return [path, { path, text: "", imports: full }];
}

describe("findCycles", () => {
  it("finds a circle of two", () => {
    const modules = new Map([fileWith("a.ts", [{ target: "b.ts" }]), fileWith("b.ts", [{ target: "a.ts" }])]);
    expect(findCycles(modules)).toEqual([["a.ts", "b.ts", "a.ts"]]);
  });

  it.each([
    ["a type, which is gone when the file loads", { isType: true }],
    ["a later import, when both have loaded", { isDynamic: true }],
  ])("passes over %s", (_why, kind) => {
    const back = fileWith("b.ts", [{ target: "a.ts", ...kind }]);
    expect(findCycles(new Map([fileWith("a.ts", [{ target: "b.ts" }]), back]))).toEqual([]);
  });
});

it.each([
  ["lib/db/testing.ts", true, "support of tests"],
  ["lib/testing/memories.ts", true, "rows for tests"],
  ["lib/runs/queries.db.test.ts", true, "a test"],
  ["lib/metrics/latest.ts", false, "only ends in the same letters"],
])("isForTests(%s) is %s: %s", (path, expected) => {
  expect(isForTests(path)).toBe(expected);
});
