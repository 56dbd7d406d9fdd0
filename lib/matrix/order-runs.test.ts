import { describe, expect, it } from "vitest";
import { automaticBaseline, groupRuns } from "./order-runs.ts";
import { runOf } from "./testing.ts";

const old = runOf({ id: "old", arm: "zero_shot", memoryType: null, createdAt: "2026-01-01" });
const recent = runOf({ id: "recent", arm: "zero_shot", memoryType: null, createdAt: "2026-02-01" });
const insight = runOf({ id: "insight", createdAt: "2026-03-01" });
const workflow = runOf({
  id: "workflow",
  memoryType: "workflow",
  scope: "in_domain",
  createdAt: "2026-03-02",
});
const other = runOf({ id: "other", model: "n" });

describe("automaticBaseline", () => {
  const all = [old, recent, insight, workflow, other];

  it("is the newest zero-shot run of the same model", () => {
    expect(all.map((run) => automaticBaseline(run, all))).toEqual(["recent", null, "recent", "recent", null]);
  });

  it("has a benchmark in common", () => {
    const elsewhere = { ...recent, benchmarks: ["c"] };
    expect(automaticBaseline(insight, [old, elsewhere, insight])).toBe("old");
  });
});

describe("groupRuns", () => {
  const names = (grouping: Parameters<typeof groupRuns>[1]) =>
    groupRuns([other, insight, workflow, old, recent], grouping).map(({ label, runs }) => [
      label,
      ...runs.map((run) => run.id),
    ]);

  it("shows zero-shot first, then memory types from concrete to abstract", () => {
    expect(names("none")).toEqual([["", "recent", "old", "workflow", "insight", "other"]]);
  });

  it("groups by model, type and scope", () => {
    expect(names("model")).toEqual([
      ["m", "recent", "old", "workflow", "insight"],
      ["n", "other"],
    ]);
    expect(names("type")).toEqual([
      ["zero-shot", "recent", "old"],
      ["insight", "insight", "other"],
      ["workflow", "workflow"],
    ]);
    expect(names("scope").map(([label]) => label)).toEqual(["zero-shot", "cross-domain", "in-domain"]);
    expect(names("release").map(([label]) => label)).toEqual(["no pool", "release not recorded"]);
  });
});
