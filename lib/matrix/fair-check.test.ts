import { describe, expect, it } from "vitest";
import { readSetup } from "#lib/runs/run-setup.ts";
import { checkFairness, type FairSide, type ShownMemories } from "./fair-check.ts";
import { runOf, tasksOf } from "./testing.ts";

const sideOf = (id: string, tasks: Record<string, string>, setup: object = {}, checksum = "c"): FairSide => ({
  run: runOf({ id, agent: "agent" }),
  setup: readSetup(null, setup),
  tasks: tasksOf(tasks).map((task) => ({ ...task, checksum })),
});
const shown = (counts: Partial<ShownMemories>): ShownMemories[] => [
  { benchmark: "b", shown: 30, unknown: 0, sameTask: 0, compared: 0, later: 0, ...counts },
];
const full = { agentVersion: "1", timeoutSeconds: 60, environment: "x" };

/** "Tasks same", "Time-out unknown" ... */
const statesOf = (base: FairSide, candidate: FairSide, its = shown({})) =>
  checkFairness(base, candidate, its).map(({ what, state }) => `${what} ${state}`);

describe("checkFairness", () => {
  it("finds nothing to object to in two runs that are alike in all that is recorded", () => {
    const base = sideOf("base", { 1: "p" }, full);
    const states = statesOf(
      { ...base, run: { ...base.run, release: "r" } },
      { ...sideOf("c", { 1: "f" }, full), run: runOf({ id: "c", agent: "agent", release: "r" }) },
    );
    expect(states.filter((state) => !state.endsWith(" same"))).toEqual([]);
    expect(states).toHaveLength(10);
  });

  it("says unknown, never same, of what is not recorded", () => {
    const states = statesOf(
      sideOf("base", { 1: "p" }, {}, ""),
      sideOf("c", { 1: "p" }, full),
      shown({ unknown: 4 }),
    );
    for (const what of ["Checksums", "Agent version", "Environment", "Time-out", "Release", "Contamination"])
      expect(states).toContain(`${what} unknown`);
  });

  it("names tasks that only one run has, changed tasks, and other settings", () => {
    const base = sideOf("base", { 1: "p", 2: "p" }, full);
    expect(statesOf(base, sideOf("c", { 1: "p" }, { ...full, timeoutSeconds: 90 }))).toEqual(
      expect.arrayContaining(["Tasks differs", "Time-out differs", "Checksums same"]),
    );
    expect(statesOf(base, sideOf("c", { 1: "p", 2: "p" }, full, "other"))).toContain("Checksums differs");
  });

  it("names the benchmark at which errored attempts are unevenly spread", () => {
    const items = checkFairness(
      sideOf("base", { "x/1": "pp", "y/1": "pp" }),
      sideOf("c", { "x/1": "pe", "y/1": "pp" }),
      [],
    );
    expect(items.filter(({ what, state }) => what === "Errored" && state === "differs")).toEqual([
      { what: "Errored", state: "differs", says: "0.0% and 25.0% of attempts" },
      { what: "Errored", state: "differs", says: "0.0% and 50.0% of attempts at x", benchmark: "x" },
    ]);
  });

  it.each([
    [{ sameTask: 2 }, "b: of 30 shown, 2 of the task itself"],
    [{ compared: 3, later: 1 }, "b: of 30 shown, 3 born in one of the two runs, 1 born after the run began"],
  ])("flags arms that wrote into the pool they read from: %j", (counts, says) => {
    const items = checkFairness(sideOf("base", { 1: "p" }), sideOf("c", { 1: "p" }), shown(counts));
    expect(items.at(-1)).toEqual({ what: "Contamination", state: "differs", says, benchmark: "b" });
  });

  it("asks for no pool where a run has no memory", () => {
    const base = sideOf("base", { 1: "p" });
    const zero = { ...base, run: { ...base.run, arm: "zero_shot" as const } };
    expect(statesOf(zero, zero).join()).not.toMatch(/Release|Contamination/);
  });
});
