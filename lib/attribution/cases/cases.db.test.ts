import { beforeAll, describe, expect, it } from "vitest";
import { attributeRun } from "#lib/attribution/attribute-run.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { listRevisions } from "#lib/memories/revisions.ts";
import { undoBatch } from "#lib/memories/verbs/undo-batch.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { caseText } from "./case-text.ts";
import { deprecateOnCase, updateOnCase } from "./curate-case.ts";
import { getCase } from "./get-case.ts";
import { judgeCase } from "./judge-case.ts";
import { listCases } from "./list-cases.ts";
import { undoVerdict } from "./undo-verdict.ts";

const test = testDatabase();
const [editor, reader] = [
  { name: "ada", role: "editor" },
  { name: "bob", role: "reader" },
] as const;
const names = Array.from({ length: 12 }, (_, i) => `t${i}`);
const outcomes = (letters: (i: number) => string) => ({
  swe: Object.fromEntries(names.map((name, i) => [name, letters(i)])),
});
let runs: { base: string; candidate: string };
let [harmful, twin, other]: string[] = [];

beforeAll(async () => {
  const base = await createTestRun(test.db, {
    name: "base",
    tasks: outcomes((i) => (i < 6 ? "ppp" : "fff")),
  });
  const run = await createTestRun(test.db, {
    name: "with memory",
    arm: "memory",
    tasks: outcomes((i) => (i < 4 ? "fff" : i < 9 ? "ppp" : "fff")),
  });
  runs = { base: base.id, candidate: run.id };
  const memory = (title: string) => createTestMemory(test.db, { title, benchmarkName: "gym" });
  [harmful, twin, other] = [
    await memory("Skip the tests"),
    await memory("Trust the first try"),
    await memory("Read the error"),
  ];
  // The two always travel together; at t3 another is shown beside them, and at t4 (kept) as well.
  const shown: [string, string[]][] = [
    ["t0", [harmful, twin]],
    ["t1", [harmful, twin]],
    ["t2", [harmful, twin]],
    ["t3", [harmful, twin, other]],
    ["t4", [harmful, twin, other]],
    ["t7", [other]],
  ];
  for (const [task, ids] of shown) {
    for (const attempt of [1, 2, 3]) {
      const trialId = run.trialId(`swe/${task}/${attempt}`);
      for (const [i, memoryId] of ids.entries()) {
        const rest = { rank: i + 1, similarity: 0.7, query: "q", shown: {}, memoryVersion: 1 };
        await test.db.retrieval.create({ data: { trialId, memoryId, ...rest } });
      }
    }
  }
  await attributeRun(test.db, runs);
});

const caseOf = async (memoryId = harmful) => {
  const found = await getCase(test.db, { ...runs, memoryId: memoryId ?? "" });
  if (!found) throw new Error("There is no such case");
  return found;
};

describe("a case", () => {
  it("is one for memories that were always shown together, by whichever of them it is asked for", async () => {
    const [byOne, byTwin] = [await caseOf(harmful), await caseOf(twin)];
    expect(byOne.case.memoryIds.toSorted()).toEqual([harmful, twin].toSorted());
    expect(byTwin.case).toEqual(byOne.case);
    expect(byOne.case).toMatchObject({
      separable: false,
      lostAlone: 3,
      lostShared: 1,
      tasks: 5,
      exposures: 15,
    });
  });

  it("lists its tasks lost alone first, then lost with others, then the rest, as many as it counts", async () => {
    const { tasks, case: row } = await caseOf();
    expect(tasks.map(({ taskName, outcome, alone }) => [taskName, outcome, alone])).toEqual([
      ["t0", "lost", true],
      ["t1", "lost", true],
      ["t2", "lost", true],
      ["t3", "lost", false],
      ["t4", "kept", false],
    ]);
    expect(tasks.filter(({ outcome, alone }) => outcome === "lost" && alone)).toHaveLength(row.lostAlone);
    expect(tasks[3]).toMatchObject({
      base: { passed: 3, scored: 3 },
      shown: { passed: 0, attempts: 3 },
      others: [{ id: other, title: "Read the error" }],
    });
  });

  it("is there for runs that are not named: the newest pair; and not for what was never shown", async () => {
    expect((await getCase(test.db, { memoryId: harmful ?? "" }))?.case.memoryIds).toContain(harmful);
    const unshown = await createTestMemory(test.db, { title: "Never shown", benchmarkName: "gym" });
    for (const memoryId of [unshown, "x"]) expect(await getCase(test.db, { ...runs, memoryId })).toBeNull();
  });

  it("reads as text: titles, texts, tasks with outcomes, and links", async () => {
    const text = caseText(await caseOf(), "http://here");
    expect(text).toContain("# Case: ");
    for (const words of ["Skip the tests", "Trust the first try", "> d", "3 alone, 1 with others"]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/not separable from (Skip the tests|Trust the first try)/);
    expect(text).toContain("## Lost with this case alone (3)");
    expect(text).toMatch(
      /- swe\/t3: lost; baseline 3\/3 passed, shown it 0\/3; with "Read the error"; http:\/\/here\/compare\/task\?base=/,
    );
  });
});

describe("a verdict", () => {
  const judge = (verdict: "harmful" | "bystander" | null, note = "") =>
    judgeCase(test.db, { ...runs, memoryId: twin ?? "", verdict, note }, editor);
  const judgment = async () => (await caseOf()).case.judgment;

  it("is stored with actor and time, counted in the list, revised, withdrawn and put back", async () => {
    expect((await listCases(test.db, runs))?.progress.judged).toBe(0);
    const first = await judge("harmful", "It skips the tests");
    expect(await judgment()).toMatchObject({ verdict: "harmful", note: "It skips the tests", actor: "ada" });
    const list = await listCases(test.db, runs);
    expect(list?.progress.judged).toBe(1);
    expect(await listCases(test.db, { ...runs, open: true })).toMatchObject({ rows: [] });
    const second = await judge("bystander");
    expect(await judgment()).toMatchObject({ verdict: "bystander", note: null });

    // Only the newest can be undone; undoing goes back one verdict at a time.
    const stale = first.ok && (await undoVerdict(test.db, first.value, editor));
    expect(stale).toMatchObject({ ok: false, error: { code: "conflict" } });
    if (!second.ok) throw new Error(second.error.message);
    expect((await undoVerdict(test.db, second.value, editor)).ok).toBe(true);
    expect(await judgment()).toMatchObject({ verdict: "harmful", note: "It skips the tests" });
    const withdrawn = await judge(null);
    expect(await judgment()).toBeNull();
    if (!withdrawn.ok) throw new Error(withdrawn.error.message);
    await undoVerdict(test.db, withdrawn.value, editor);
    expect(await judgment()).toMatchObject({ verdict: "harmful" });

    const audit = await test.db.auditEvent.findMany({ where: { action: { startsWith: "case." } } });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      "case.judge",
      "case.judge",
      "case.judge",
      "case.undo",
      "case.undo",
    ]);
    expect(audit[0]?.detail).toMatchObject({
      before: null,
      after: { verdict: "harmful" },
      seen: { q: expect.any(Number) },
    });
  });

  it("is refused to a reader, and for what is no case", async () => {
    const input = { ...runs, memoryId: harmful ?? "", verdict: "harmful" } as const;
    expect(await judgeCase(test.db, input, reader)).toMatchObject({ error: { code: "forbidden" } });
    expect(await judgeCase(test.db, { ...input, memoryId: runs.base }, editor)).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await undoVerdict(test.db, { auditId: "x" }, editor)).toMatchObject({
      error: { code: "not_found" },
    });
  });
});

describe("curation on a case", () => {
  const evidence = {
    kind: "case",
    lostAlone: 3,
    lostShared: 1,
    lostTasks: [{ taskName: "t0", alone: true }, {}, {}, { taskName: "t3", alone: false }],
  };

  it("keeps the case with the revision of a deprecation, which can be undone", async () => {
    const [id = ""] = [harmful];
    const input = { selection: { ids: [id] }, reason: "It loses tasks" };
    const done = await deprecateOnCase(test.db, input, { ...runs, memoryId: id }, editor);
    if (!done.ok) throw new Error(done.error.message);
    const [newest] = (await listRevisions(test.db, id)).rows;
    expect(newest).toMatchObject({ kind: "deprecate", reason: "It loses tasks", evidence });
    expect(newest?.evidence?.base.name).toBe("base");
    await undoBatch(test.db, { batchId: done.value.batchId ?? "" }, editor);
    expect((await listRevisions(test.db, id)).rows[0]).toMatchObject({ kind: "undo", evidence: null });
  });

  it("keeps it with the revision of an edit, and changes nothing where there is no such case", async () => {
    const [id = ""] = [twin];
    const content = { title: "Trust a tested try", description: "d", content: "c" };
    const input = { id, expectedVersion: 1, content, reason: "Said too much" };
    const nobody = { ...runs, base: runs.candidate, candidate: runs.base, memoryId: id };
    expect(await updateOnCase(test.db, input, nobody, editor)).toMatchObject({
      error: { code: "not_found" },
    });
    expect((await updateOnCase(test.db, input, { ...runs, memoryId: id }, editor)).ok).toBe(true);
    expect((await listRevisions(test.db, id)).rows[0]).toMatchObject({ kind: "edit", evidence });
    // The list calls it what it is called now, though its case was computed before.
    expect((await caseOf(id)).case.titles).toContain("Trust a tested try");
  });
});
