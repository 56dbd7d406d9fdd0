import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { type SeededSources, seedSources } from "#lib/testing/generation-sources.ts";
import { requestGeneration } from "./request-generation.ts";
import type { GenerationRequest } from "./schema.ts";
import { countSources, getPreselection, listSourceChoices } from "./source-queries.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;
const unknownId = "00000000-0000-7000-8000-000000000000";
let { trials, trajectory, insight } = {} as SeededSources;

beforeAll(async () => {
  ({ trials, trajectory, insight } = await seedSources(database.db));
});
beforeEach(() => {
  vi.stubEnv("OPENAI_API_KEY", "sk-testing");
});

describe("requestGeneration refuses", () => {
  const cases: { why: string; input: () => unknown; code: string; says: RegExp }[] = [
    { why: "no source", input: () => ({ type: "insight" }), code: "invalid", says: /source/ },
    {
      why: "two sources",
      input: () => ({ type: "insight", trialId: unknownId, memoryId: unknownId }),
      code: "invalid",
      says: /one source/,
    },
    {
      why: "a trial without steps",
      input: () => ({ type: "insight", trialId: trials["bare"] }),
      code: "not_found",
      says: /no trajectory/,
    },
    {
      why: "an outcome nobody knows",
      input: () => ({ type: "insight", trialId: trials["missing"] }),
      code: "invalid",
      says: /passed or failed/,
    },
    {
      why: "a trajectory from a trajectory memory",
      input: () => ({ type: "trajectory", memoryId: trajectory.id }),
      code: "invalid",
      says: /choose a trial/,
    },
    {
      why: "no memory",
      input: () => ({ type: "insight", memoryId: unknownId }),
      code: "not_found",
      says: /no such/,
    },
  ];
  it.each(cases)("$why", async ({ input, code, says }) => {
    const refused = await requestGeneration(database.db, input() as GenerationRequest, actor);
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(refused.ok ? "" : refused.error.message).toMatch(says);
  });

  it("without a key, naming what to set", async () => {
    vi.stubEnv("OPENAI_API_KEY", "");
    vi.stubEnv("OPENAI_BASE_URL", "");
    const input = { trialId: trials["passed"] ?? "", type: "insight" } as const;
    const refused = await requestGeneration(database.db, input, actor);
    expect(refused).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(refused.ok ? "" : refused.error.message).toMatch(/OPENAI_API_KEY.*OPENAI_BASE_URL/);
  });
});

describe("the picker", () => {
  it("offers trials with steps and trajectory memories", async () => {
    const all = await listSourceChoices(database.db, "");
    expect(all.map((choice) => choice.id)).not.toContain(trials["bare"]);
    expect(await countSources(database.db)).toBe(all.length);
    expect(all.filter((choice) => choice.kind === "memory").length).toBeGreaterThan(0);
    const some = await listSourceChoices(database.db, "alpha TASK-1");
    expect(some.map((choice) => choice.taskName)).toEqual(["task-1"]);
    expect(await listSourceChoices(database.db, "%")).toEqual([]);
  });

  it("preselects the source of a memory, or says why it can't", async () => {
    const { db } = database;
    expect(await getPreselection(db, { memory: null, trial: null })).toBeNull();
    expect(await getPreselection(db, { memory: insight.id, trial: null })).toMatchObject({
      memory: { id: insight.id, type: "insight" },
      source: { kind: "trial", id: trials["passed"] },
    });
    expect(await getPreselection(db, { memory: null, trial: trials["bare"] ?? "" })).toMatchObject({
      source: null,
      problem: expect.stringContaining("no trajectory"),
    });
    expect((await getPreselection(db, { memory: "x", trial: null }))?.problem).toContain("names nothing");
  });
});
