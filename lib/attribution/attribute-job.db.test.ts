import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { createTestMemory, createTestRun } from "#lib/runs/testing.ts";
import { handlerOf } from "#lib/worker/handlers.ts";
import { attributeRun } from "./attribute-run.ts";
import { getRunCases } from "./cases/run-cases.ts";
import { getAttribution } from "./get-attribution.ts";
import { queueAttribution } from "./queue-attribution.ts";
import { requestAttribution, startAttribution } from "./request-attribution.ts";
import { waitForAttribution } from "./wait-for-attribution.ts";

const test = testDatabase();
let db: RootDb;
const [editor, reader] = [
  { name: "ada", role: "editor" },
  { name: "rae", role: "reader" },
] as const;
let pair: { base: string; candidate: string };
let memoryId: string;
let nextTrial: () => string;

const jobs = () => db.job.findMany({ where: { kind: "attribute" }, orderBy: { createdAt: "asc" } });
const stateOfFit = async () => (await getAttribution(db, pair))?.fit;
const show = (trialId: string) =>
  db.retrieval.create({ data: { trialId, memoryId, rank: 1, similarity: 0.7, query: "q", shown: {} } });
const work = (id: string) => runJob(db, id, handlerOf, { stop: new AbortController().signal, lastTry: true });

beforeAll(async () => {
  db = test.db;
  const tasks = (letter: string) => ({ swe: { t1: letter, t2: letter, t3: letter } });
  const base = await createTestRun(db, { name: "base", tasks: tasks("p") });
  const run = await createTestRun(db, { name: "with", arm: "memory", tasks: tasks("f") });
  memoryId = await createTestMemory(db, { title: "Skip the tests", benchmarkName: "gym" });
  await show(run.trialId("swe/t1/1"));
  pair = { base: base.id, candidate: run.id };
  const rest = ["swe/t2/1", "swe/t3/1"];
  nextTrial = () => run.trialId(rest.shift() ?? "");
});
beforeEach(async () => {
  await db.job.deleteMany();
});

describe("asking for cases", () => {
  it("queues one job, however many ask at once, and computes nothing itself", async () => {
    expect(await stateOfFit()).toBe("missing");
    const asked = await Promise.all([1, 2, 3].map(() => requestAttribution(db, pair)));
    expect(new Set(asked.map((job) => job?.id)).size).toBe(1);
    await queueAttribution(db, [pair.candidate], editor);
    expect(await jobs()).toHaveLength(1);
    expect(await getRunCases(db, pair)).toMatchObject({ fit: "missing", cases: [] });
    expect(await db.storedCases.count()).toBe(0);
  });

  it("leaves a canceled job at that until a person wants another", async () => {
    const job = await requestAttribution(db, pair);
    await cancelJob(db, job?.id ?? "", editor);
    expect(await requestAttribution(db, pair)).toMatchObject({ id: job?.id, state: "canceled" });
    expect(await waitForAttribution(db, pair, AbortSignal.timeout(5000))).toMatchObject({
      error: { code: "unavailable", message: expect.stringContaining(`canceled. See /jobs/${job?.id}`) },
    });
    expect(await startAttribution(db, pair, reader)).toMatchObject({ error: { code: "forbidden" } });
    const again = await startAttribution(db, pair, editor);
    expect(await startAttribution(db, pair, editor)).toEqual(again);
    expect(await jobs()).toMatchObject([{ state: "canceled" }, { state: "queued", actor: "ada" }]);
  });

  it("asks nothing for runs that are gone, and for a candidate that was shown nothing", async () => {
    expect(await requestAttribution(db, { ...pair, base: "none" })).toBeNull();
    expect(await requestAttribution(db, { base: pair.candidate, candidate: pair.base })).toBeNull();
    expect(await getAttribution(db, { base: pair.candidate, candidate: pair.base })).toEqual({
      cases: [],
      fit: "current",
    });
    expect(await jobs()).toEqual([]);
  });
});

describe("the job", () => {
  it("stores the cases, which pages then show, and says how many there are", async () => {
    const job = await requestAttribution(db, pair);
    const waited = waitForAttribution(db, pair, AbortSignal.timeout(20_000));
    await work(job?.id ?? "");
    expect(await waited).toEqual({ ok: true, value: null });
    expect(await jobs()).toMatchObject([{ state: "succeeded", result: { cases: 1, supported: 0 } }]);
    expect(await getRunCases(db, pair)).toMatchObject({
      fit: "current",
      cases: [{ memoryIds: [memoryId], titles: ["Skip the tests"], state: "few" }],
    });
    expect(await requestAttribution(db, pair)).toBeNull();
  });

  it("is not asked for by writes that the fit does not read", async () => {
    const [stored] = await db.storedCases.findMany();
    await db.run.update({ where: { id: pair.candidate }, data: { name: "renamed" } });
    await db.memory.update({ where: { id: memoryId }, data: { title: "Skip no test" } });
    await db.trial.updateMany({ where: { runId: pair.base }, data: { costUsd: 1 } });
    await createTestRun(db, { name: "elsewhere", tasks: { gym: { t1: "f" } } });
    expect(await getAttribution(db, pair)).toMatchObject({
      fit: "current",
      cases: [{ titles: ["Skip no test"] }],
    });
    await queueAttribution(db, [], editor);
    expect(await jobs()).toEqual([]);
    expect(await db.storedCases.findMany()).toEqual([stored]);
  });

  it("is asked for by a write that it does; what was stored before is shown meanwhile", async () => {
    await show(nextTrial());
    expect(await getRunCases(db, pair)).toMatchObject({ fit: "older", cases: [{ exposures: 1 }] });
    const first = await requestAttribution(db, pair);
    // One that waits reads what there is when it starts: another write needs no other job.
    await show(nextTrial());
    expect((await requestAttribution(db, pair))?.id).toBe(first?.id);
    await work(first?.id ?? "");
    expect(await getRunCases(db, pair)).toMatchObject({ fit: "current", cases: [{ exposures: 3 }] });
    expect(await jobs()).toHaveLength(1);
  });

  it("tells how far it is, and stores nothing when it is stopped half way", async () => {
    await db.storedCases.deleteMany();
    const stop = new AbortController();
    const told: string[] = [];
    const progress = (share: number, stage: string) => {
      told.push(stage);
      if (share > 0) stop.abort(new Error("canceled"));
    };
    await expect(attributeRun(db, pair, { signal: stop.signal, progress })).rejects.toThrow("canceled");
    expect(new Set(told)).toEqual(new Set(["Fitting the joint model"]));
    expect(await stateOfFit()).toBe("missing");
  });
});
