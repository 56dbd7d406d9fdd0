import { describe, expect, it } from "vitest";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { seededRandom } from "#lib/shared/random.ts";
import { findFollows } from "./find-follows.ts";
import type { MemoryText } from "./schema.ts";
import { simulateFollows } from "./simulate-follows.ts";

const act = (action: string, source = "agent"): TrajectoryStep => ({
  source,
  message: null,
  reasoning: null,
  action,
  observation: null,
});
const memory: MemoryText = {
  title: "Clean the tree before the first build",
  text: "ls -la\ngit clean -dfx && make distclean\n./configure --prefix=/opt/tool",
};
/** Each says `ls -la` as well, and something of its own. */
const controls = Array.from({ length: 60 }, (_, i) => ({
  title: `Other ${i}`,
  text: `ls -la\npython check_${i}.py --all`,
}));
const ask = (steps: TrajectoryStep[], known: string[] = []) =>
  findFollows({ steps, memory, controls, known, family: 3 });

describe("findFollows", () => {
  it("finds the step that does what the memory says, and quotes it", () => {
    const test = ask([act("ls -la"), act("cd src && git clean -dfx && make distclean")]);
    expect(test?.follows).toEqual([{ step: 2, p: 1 / 61, quotes: ["git clean -dfx && make distclean"] }]);
    expect(test).toMatchObject({ p: 1 / 61, controls: 60 });
  });

  it("takes nothing for followed that other memories explain as well", () => {
    expect(ask([act("ls -la"), act("python check_3.py --all")])).toMatchObject({ follows: [], p: 1 });
  });

  it("takes nothing for followed that the agent has without memory", () => {
    const steps = [act("git clean -dfx && make distclean")];
    expect(ask(steps, ["git clean -dfx && make distclean"])?.follows).toEqual([]);
  });

  it("reads what the agent did, not what it was told", () => {
    expect(ask([act("git clean -dfx && make distclean", "user")])?.follows).toEqual([]);
  });

  it("does not join words of two lines", () => {
    expect(ask([act("echo -la\ngit status")])?.follows).toEqual([]);
  });

  it("tells nothing where too few memories are there to compare with", () => {
    const few = { steps: [act("git clean -dfx")], memory, known: [], family: 3 };
    expect(findFollows({ ...few, controls: controls.slice(0, 58) })).toBeNull();
    expect(findFollows({ ...few, controls: controls.slice(0, 59) })).not.toBeNull();
  });
});

// At full size: bench calibration followed-memories.
describe("in simulated trials", () => {
  const shape = { trials: 250, steps: 15, controls: 80, delivered: 3 };

  it("calls an ignored memory followed in at most 5% of the trials", () => {
    const { falseTrials } = simulateFollows({ ...shape, copied: 0 }, seededRandom(1));
    // Three standard errors above the level.
    expect(falseTrials).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / shape.trials));
  });

  it("finds a memory of which the agent runs commands", () => {
    const { found, falseTrials } = simulateFollows({ ...shape, copied: 2 }, seededRandom(2));
    expect(found).toBeGreaterThan(0.9);
    expect(falseTrials).toBeLessThanOrEqual(0.1);
  });
});
