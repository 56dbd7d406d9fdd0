import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/runs/schema.ts";
import { compareTasks } from "#lib/transfer/compare-tasks.ts";
import type { ComparedTrial } from "#lib/transfer/schema.ts";
import { attributeChanges } from "./attribute-changes.ts";
import { summarizeAttribution } from "./attribution-summary.ts";
import type { ShownMemory } from "./exposures.ts";

const outcomes: Record<string, Outcome> = { p: "passed", f: "failed", e: "errored", m: "missing" };

/** Trials of a run, one letter an attempt. */
function run(tasks: Record<string, string>): ComparedTrial[] {
  return Object.entries(tasks).flatMap(([taskId, letters]) =>
    [...letters].map((letter, i) => ({
      taskId,
      benchmark: "b",
      taskName: taskId,
      checksum: "",
      attempt: i + 1,
      outcome: outcomes[letter] ?? "missing",
    })),
  );
}

/** Paired tasks and what was shown: [task, attempt] by memory; attempt 0 = every attempt. */
function make(
  tasks: Record<string, [base: string, candidate: string]>,
  by: Record<string, [string, number][]>,
) {
  const side = (index: 0 | 1) =>
    run(Object.fromEntries(Object.entries(tasks).map(([name, letters]) => [name, letters[index]])));
  const shown = Object.entries(by).flatMap(([memoryId, showings]) =>
    showings.flatMap(([task, attempt]) =>
      [...(tasks[task]?.[1] ?? "")].flatMap((letter, i): ShownMemory[] =>
        attempt === 0 || attempt === i + 1
          ? [
              {
                memoryId: memoryId === "unlinked" ? null : memoryId,
                candidateTaskId: task,
                trialId: `${task} ${i + 1}`,
                outcome: outcomes[letter] ?? "missing",
              },
            ]
          : [],
      ),
    ),
  );
  return { tasks: compareTasks(side(0), side(1)).tasks, shown };
}

function attribute(...args: Parameters<typeof make>) {
  const { tasks, shown } = make(...args);
  return attributeChanges(tasks, shown);
}

const many = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i}`);
const everywhere = (names: readonly string[]) => names.map((name): [string, number] => [name, 0]);

/** 10 tasks lost outright and 60 that come out as before, some of them fickle. */
const lost = many("lost", 10);
const kept = many("kept", 60);
const asBefore: [string, string][] = [
  ["ppp", "ppp"],
  ["fff", "fff"],
  ["ppf", "pfp"],
  ["pff", "ppf"],
];
const pool: Record<string, [string, string]> = {
  ...Object.fromEntries(lost.map((name) => [name, ["ppp", "fff"]])),
  ...Object.fromEntries(
    kept.map((name, i): [string, [string, string]] => [name, asBefore[i % 4] ?? ["p", "p"]]),
  ),
};

describe("attributeChanges", () => {
  it("names the memory of the lost tasks, and not those shown elsewhere", () => {
    const rows = attribute(pool, {
      harmful: everywhere(lost),
      ...Object.fromEntries(many("other", 12).map((id, m) => [id, everywhere(kept.slice(5 * m, 5 * m + 5))])),
    });
    expect(rows[0]).toMatchObject({
      memoryId: "harmful",
      verdict: "harmful",
      effect: -1,
      tasks: 10,
      lost: 10,
      lostAlone: 10,
      retrievals: 30,
      attempts: 30,
      passed: 0,
    });
    expect(rows[0]?.q).toBeLessThan(0.01);
    expect(rows.filter(({ verdict }) => verdict === "harmful" || verdict === "suspected")).toHaveLength(1);
  });

  it("does not charge a memory with what the whole run lost", () => {
    const everyTask = many("t", 40);
    const rows = attribute(
      Object.fromEntries(everyTask.map((name, i) => [name, i % 5 === 0 ? ["ppp", "ppf"] : ["ppp", "fff"]])),
      Object.fromEntries(many("m", 8).map((id, m) => [id, everywhere(everyTask.slice(5 * m, 5 * m + 5))])),
    );
    expect(rows.every(({ effect, lost: count }) => effect < -0.5 && count === 4)).toBe(true);
    expect(rows.filter(({ verdict }) => verdict !== "unclear" && verdict !== "few")).toEqual([]);
  });

  it("reads the effect from the attempts that were shown it", () => {
    const [row] = attribute({ t: ["ppf", "fpp"] }, { m: [["t", 1]] });
    // Not the task's +0 points: the one attempt that was shown it failed.
    expect(row?.effect).toBeCloseTo(-2 / 3);
    expect(row).toMatchObject({ attempts: 1, passed: 0, tasks: 1, verdict: "few", p: null, q: null });
  });

  it("counts tasks lost with no other memory shown, what matches no memory included", () => {
    const rows = attribute(
      { a: ["p", "f"], b: ["p", "f"], c: ["p", "f"] },
      { m: everywhere(["a", "b", "c"]), n: everywhere(["b"]), unlinked: everywhere(["c"]) },
    );
    expect(rows.find(({ memoryId }) => memoryId === "m")).toMatchObject({ lost: 3, lostAlone: 1 });
    expect(rows.map(({ memoryId }) => memoryId).sort()).toEqual(["m", "n"]);
  });

  it("makes one row of memories that were always shown together, and names neither", () => {
    const rows = attribute(pool, { b: everywhere(lost), a: everywhere(lost), other: everywhere(kept) });
    const row = rows.find(({ memoryId }) => memoryId === "a");
    expect(row).toMatchObject({ alike: ["b"], verdict: "suspected", lostAlone: 0 });
    expect(row?.q).toBeLessThan(0.05);
    expect(rows).toHaveLength(2);
  });

  it("explains a memory by the harmful one that was shown with it", () => {
    const rows = attribute(pool, {
      harmful: everywhere(lost),
      companion: everywhere([...lost.slice(0, 5), ...kept.slice(0, 4)]),
      other: everywhere(kept),
    });
    expect(rows.find(({ memoryId }) => memoryId === "harmful")?.verdict).toBe("harmful");
    const companion = rows.find(({ memoryId }) => memoryId === "companion");
    expect(companion?.verdict).not.toBe("harmful");
    expect(companion?.lost).toBe(5);
  });

  it("names neither of two that can't be told apart", () => {
    const rows = attribute(pool, {
      one: everywhere(lost.slice(0, 9)),
      two: everywhere(lost.slice(1)),
      other: everywhere(kept),
    });
    expect(rows.filter(({ verdict }) => verdict === "harmful")).toEqual([]);
    const pair = rows.filter(({ rival }) => rival !== null);
    expect(pair.map(({ memoryId, rival, verdict }) => [memoryId, rival, verdict]).sort()).toEqual([
      ["one", "two", "suspected"],
      ["two", "one", "suspected"],
    ]);
  });

  it("names nobody for attempts that errored", () => {
    const broken = Object.fromEntries(lost.map((name): [string, [string, string]] => [name, ["ppp", "eee"]]));
    const [row] = attribute(
      { ...pool, ...broken },
      {
        unlucky: everywhere(lost),
        ...Object.fromEntries(
          many("other", 12).map((id, m) => [id, everywhere(kept.slice(5 * m, 5 * m + 5))]),
        ),
      },
    );
    expect(row).toMatchObject({ memoryId: "unlucky", lost: 10, restsOnErrors: true, verdict: "suspected" });
    expect(row?.q).toBeLessThan(0.05);
  });

  it("leaves out what does not count, and says nothing where nothing was retrieved", () => {
    const { tasks, shown } = make({ t: ["p", "me"] }, { m: everywhere(["t"]) });
    expect(attributeChanges(tasks, shown)[0]).toMatchObject({ attempts: 1, retrievals: 1 });
    expect(attributeChanges(tasks, shown, { excludeErrored: true })).toEqual([]);
    expect(attributeChanges(tasks, [])).toEqual([]);
  });
});

describe("summarizeAttribution", () => {
  it("counts memories, not rows, beside what chance gives", () => {
    const rows = attribute(pool, { b: everywhere(lost), a: everywhere(lost), other: everywhere(kept) });
    const { memories, verdicts, netLoss, netGain } = summarizeAttribution(rows);
    expect({ memories, suspected: verdicts.suspected }).toEqual({ memories: 3, suspected: 2 });
    expect(netLoss.seen).toBe(2);
    // Its ten tasks were solved before, as 40 others, of which none was lost.
    expect(netLoss.byChance).toBeGreaterThan(0.5);
    expect(netGain.seen).toBe(0);
  });
});
