import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import type { PlacedTrial } from "./assembled.ts";
import { duplicatesProblem, removeDuplicateTrials } from "./remove-duplicate-trials.ts";
import { placedTrial } from "./testing.ts";
import { identitiesOf } from "./trial-identity.ts";

const ID = "0192f0a0-0000-7000-8000-0000000000AB";
const START = "2026-01-01T00:00:00.000Z";
const identityOf = (trial: PlacedTrial) => identitiesOf([trial]).get(trial);

/** The same trial in a folder that was copied or moved elsewhere. */
function movedTo(runFolder: string, trial: PlacedTrial): PlacedTrial {
  const inside = trial.sourcePath.split("/").slice(2);
  const sourcePath = [...runFolder.split("/").slice(-2), ...inside].join("/");
  return { ...trial, runFolder, sourcePath, path: `${runFolder}/${trial.taskName}` };
}

describe("identitiesOf", () => {
  it("knows a trial by its harness's id alone, in any case", () => {
    const one = placedTrial("t", { sourceId: ID });
    const other = placedTrial("u", { sourceId: ID.toLowerCase(), outcome: "failed", startedAt: START });
    expect(identityOf(one)).toBe(identityOf(other));
  });

  it.each<[string, Partial<PlacedTrial>]>([
    ["a name for an id", { sourceId: "t.1-of-3", startedAt: START }],
    ["a start", { startedAt: START }],
    ["neither", {}],
  ])("knows a moved trial again that has %s", (_what, fields) => {
    const trial = placedTrial("t", fields);
    expect(identityOf(movedTo("/elsewhere/again/run", trial))).toBe(identityOf(trial));
  });

  it.each<[string, Partial<PlacedTrial>]>([
    ["another start", { startedAt: "2026-01-01T00:00:00.001Z" }],
    ["another duration", { durationMs: 5 }],
    ["another name for an id", { sourceId: "other" }],
    ["another cost", { costUsd: 0.1 }],
    ["another number of tokens", { outputTokens: 1 }],
    ["another task", { taskName: "u" }],
    ["another checksum", { checksum: "c" }],
    ["another place inside the run", { sourcePath: "outputs/run/deeper/t" }],
  ])("tells apart what differs by %s", (_what, fields) => {
    const trial = placedTrial("t", { startedAt: START });
    expect(identityOf({ ...trial, ...fields })).not.toBe(identityOf(trial));
  });

  it("does not take a changed verdict for another trial where the start is known", () => {
    const trial = placedTrial("t", { startedAt: START });
    expect(identityOf({ ...trial, outcome: "failed", reward: 0 })).toBe(identityOf(trial));
  });

  it("knows verdicts alone by all that their run says, so that two runs are not taken for one", () => {
    const verdict = (runFolder: string, outcome: "passed" | "failed") => [
      placedTrial("t", { runFolder }),
      placedTrial("u", { runFolder, outcome }),
    ];
    const first = (trials: PlacedTrial[]) => identitiesOf(trials).get(trials[0] as PlacedTrial);
    const known = first(verdict("/a/run", "passed"));
    expect(first(verdict("/b/run", "passed"))).toBe(known);
    expect(first(verdict("/a/run", "failed"))).not.toBe(known);
    expect(first(verdict("/a/run2", "passed"))).not.toBe(known);
    expect(first(verdict("/a/run", "passed").slice(0, 1))).not.toBe(known);
  });

  it("gives each trial the same identity in whatever order they come", () => {
    const random = seededRandom(4);
    const trials = Array.from({ length: 12 }, (_, i) =>
      placedTrial(`t${i}`, { startedAt: i % 2 ? START : null, sourceId: i % 3 ? null : `name${i}` }),
    );
    const identities = identitiesOf(trials);
    expect(new Set(identities.values()).size).toBe(trials.length);
    for (let round = 0; round < 10; round++)
      for (const [trial, identity] of identitiesOf(shuffled(trials, random)))
        expect(identity).toBe(identities.get(trial));
  });
});

describe("removeDuplicateTrials", () => {
  const trials = ["t", "u"].map((name) => placedTrial(name, { startedAt: START }));
  const copies = trials.map((trial) => movedTo("/data/outputs/run/backup/old/run", trial));

  it("keeps the trials nearest to the top, in the order in which they came", () => {
    const random = seededRandom(5);
    for (let round = 0; round < 10; round++) {
      const all = shuffled([...copies, ...trials], random);
      const { trials: kept, copies: found } = removeDuplicateTrials(all, identitiesOf(all));
      expect(kept).toEqual(all.filter((trial) => trials.includes(trial)));
      expect(found).toHaveLength(1);
      expect(new Set(found[0]?.trials)).toEqual(new Set(copies));
    }
  });

  it("finds no copies where each trial is another, and none of nothing", () => {
    expect(removeDuplicateTrials(trials, identitiesOf(trials))).toEqual({ trials, copies: [] });
    expect(removeDuplicateTrials([], new Map())).toEqual({ trials: [], copies: [] });
  });

  it("tells of each folder of copies once, with how many and of what", () => {
    const again = trials.slice(0, 1).map((trial) => movedTo("/data/outputs/run/x/y/z/run", trial));
    const all = [...trials, ...copies, ...again];
    const problems = removeDuplicateTrials(all, identitiesOf(all)).copies.map(duplicatesProblem);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ path: copies[0]?.path, reason: expect.stringContaining("2 trials") });
    expect(problems[1]?.reason).toContain(trials[0]?.path);
    expect(problems[1]?.reason).toMatch(/^This trial is/);
  });
});
