import { describe, expect, it } from "vitest";
import { emptyOutcomes } from "#lib/runs/schema.ts";
import { selectPairedTasks } from "./paired-tasks.ts";
import { pairedTasksCsv } from "./paired-tasks-csv.ts";
import type { PairedTask } from "./schema.ts";

function task(taskName: string, fields: Partial<PairedTask>): PairedTask {
  const tally = {
    outcomes: emptyOutcomes(),
    scored: 3,
    passed: 1,
    firstK: [true, false, false],
    firstKErrored: [false, false, false],
  };
  return {
    taskId: taskName,
    candidateTaskId: taskName,
    benchmark: "b",
    taskName,
    checksum: "",
    outcome: "kept",
    compared: 3,
    base: tally,
    candidate: tally,
    effect: 0,
    errored: false,
    noiseP: null,
    noiseQ: null,
    evidence: null,
    ...fields,
  };
}

const tasks = [
  task("n", { outcome: "never", benchmark: "a" }),
  task("k", { outcome: "kept", effect: 0.5 }),
  task("l2", { outcome: "lost", noiseP: 0.4, evidence: "suspected", effect: -1 / 3 }),
  task("g", { outcome: "gained", effect: 1 }),
  task("l3", { outcome: "lost", evidence: "suspected", errored: true, effect: -0.5 }),
  task("l1", { outcome: "lost", noiseP: 0.01, evidence: "supported", effect: -1 }),
];

describe("selectPairedTasks", () => {
  it.each([
    { why: "lost first, the least explicable first", filter: {}, names: ["l1", "l2", "l3", "g", "k", "n"] },
    { why: "one outcome", filter: { outcome: "lost" as const }, names: ["l1", "l2", "l3"] },
    { why: "errored attempts", filter: { evidence: "errored" as const }, names: ["l3"] },
    { why: "one evidence", filter: { evidence: "supported" as const }, names: ["l1"] },
    { why: "one benchmark", filter: { benchmark: "a" }, names: ["n"] },
    { why: "some tasks only", filter: { candidateTaskIds: new Set(["k", "x"]) }, names: ["k"] },
    { why: "part of the name, any case", filter: { q: "L" }, names: ["l1", "l2", "l3"] },
    { why: "by effect", filter: { sort: "effect" as const }, names: ["l1", "l3", "l2", "n", "k", "g"] },
    {
      why: "descending",
      filter: { sort: "task" as const, dir: "desc" as const },
      names: ["n", "l3", "l2", "l1", "k", "g"],
    },
    { why: "a page", filter: { page: 2, pageSize: 2 }, names: ["l3", "g"] },
  ])("$why", ({ filter, names }) => {
    expect(selectPairedTasks(tasks, filter).rows.map((each) => each.taskName)).toEqual(names);
  });

  it("counts before paging and leaves the input alone", () => {
    expect(selectPairedTasks(Object.freeze([...tasks]), { pageSize: 2 }).total).toBe(6);
  });
});

describe("pairedTasksCsv", () => {
  it("gives p and q with four digits, as many as they are worth, and none where there is none", () => {
    const csv = pairedTasksCsv([
      task("t", { noiseP: 0.00123456789, noiseQ: 1 / 3 }),
      task("u", { noiseP: null, noiseQ: null }),
    ]);
    const [header = "", first = "", second = ""] = csv.split("\r\n");
    const cell = (row: string, name: string) => row.split(",")[header.split(",").indexOf(name)];
    expect([cell(first, "chance_of_loss_by_noise"), cell(first, "q_of_loss")]).toEqual([
      "0.001235",
      "0.3333",
    ]);
    expect([cell(second, "chance_of_loss_by_noise"), cell(second, "q_of_loss")]).toEqual(["", ""]);
  });

  it("has a header, CRLF and empty fields for what is unknown", () => {
    const [header, row, rest] = pairedTasksCsv([task("t", {})]).split("\r\n");
    expect(header?.split(",").slice(0, 7)).toEqual([
      "benchmark",
      "task",
      "checksum",
      "outcome",
      "attempts_compared",
      "evidence",
      "chance_of_loss_by_noise",
    ]);
    expect(row).toBe("b,t,,kept,3,,,1,3,0,0,1,3,0,0,0,,no");
    expect(rest).toBe("");
  });

  it("quotes, and disarms what a spreadsheet would run", () => {
    const csv = pairedTasksCsv([task('=HYPERLINK("x"),y', {})]);
    expect(csv).toContain(`"'=HYPERLINK(""x""),y"`);
  });
});
