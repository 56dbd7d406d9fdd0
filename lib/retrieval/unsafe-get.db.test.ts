import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { type Env, readEnv } from "#lib/env.ts";
import { seedSpace } from "#lib/testing/embedding-space.ts";
import { seedMemorySaying } from "#lib/testing/memories.ts";
import { startTestingServer, type TestingServer } from "#lib/testing/model-server.ts";
import { previewRetrieval } from "./preview-retrieval.ts";
import { postRequiredMessage, unsafeGetReason } from "./unsafe-get.ts";
import { writeQueryTexts } from "./write-query-texts.ts";

const database = testDatabase();
let server: TestingServer;
let env: Env;

beforeAll(async () => {
  server = await startTestingServer();
  env = { ...readEnv(), openaiApiKey: "sk-testing", openaiBaseUrl: server.url, chatModel: "test" };
  for (const type of ["trajectory", "workflow", "summary", "insight"] as const) {
    await seedMemorySaying(database.db, { text: `apple ${type}`, type });
    await seedMemorySaying(database.db, { text: `zebra ${type}`, type });
  }
  await embedMemories(database.db);
});
afterAll(() => server.close());

const refusal = (request: object, site?: string) =>
  unsafeGetReason(
    database.db,
    { query: "x", ...request },
    new Headers(site ? { "sec-fetch-site": site } : {}),
    env,
  );

describe("a GET", () => {
  it.each(["rerank", "rewrite"] as const)("never asks the chat model: %s", async (method) => {
    for (const site of [undefined, "none", "same-origin", "cross-site"]) {
      expect(await refusal({ method }, site)).toBe(postRequiredMessage);
    }
  });

  it("of another site's page gets what costs nothing", async () => {
    expect(await refusal({}, "cross-site")).toBeNull();
  });

  it("of another site's page never asks the embedding server; our own pages and tools may", async () => {
    await seedSpace(database.db, { provider: "openai", model: "text-embedding-test", dimensions: 64 }, []);
    expect(await refusal({}, "cross-site")).toMatch(/another site/);
    expect(await refusal({}, "same-site")).toMatch(/another site/);
    for (const site of [undefined, "none", "same-origin"]) expect(await refusal({}, site)).toBeNull();
    expect(server.requests).toEqual([]);
    await database.db.embeddingSpace.deleteMany({ where: { provider: "openai" } });
    await database.db.embeddingSpace.updateMany({ data: { active: true } });
  });
});

describe("plan and goal", () => {
  it("are what workflows, insights and summaries are compared with", async () => {
    const request = { query: "zebra", plan: "apple", goal: "apple", k: 4 } as const;
    const preview = await previewRetrieval(database.db, request, { env });
    if (!preview.ok) throw new Error(preview.error.message);
    const nearest = Object.fromEntries(
      preview.value.results.map((row) => [row.type, row.title.split(" ").at(-2)]),
    );
    expect(nearest).toMatchObject({
      workflow: "apple",
      summary: "apple",
      insight: "apple",
      trajectory: "zebra",
    });
    expect(preview.value.queries).toHaveLength(4);
  });

  it("are written by the chat model when asked for", async () => {
    expect(await writeQueryTexts(database.db, { query: "Repair the parser" }, { env })).toMatchObject({
      ok: true,
      value: { plan: expect.stringContaining("Reproduce"), goal: expect.stringContaining("passes") },
    });
    const bare = { ...env, openaiApiKey: undefined, openaiBaseUrl: undefined };
    expect(await writeQueryTexts(database.db, { query: "x" }, { env: bare })).toMatchObject({
      error: { code: "unavailable" },
    });
    expect(await writeQueryTexts(database.db, {}, { env })).toMatchObject({ error: { code: "invalid" } });
  });
});

it.each(["query", "plan", "goal", "target"])("refuses a %s of 60 MB at once", async (field) => {
  const started = performance.now();
  const request = { query: "x", [field]: "y".repeat(60_000_000) };
  expect(await previewRetrieval(database.db, request, { env })).toMatchObject({ error: { code: "invalid" } });
  expect(performance.now() - started).toBeLessThan(1_000);
});
