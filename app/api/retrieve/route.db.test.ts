import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { seedMemorySaying } from "#lib/testing/memories.ts";
import { GET, POST } from "./route.ts";

const database = testDatabase();
const address = "http://127.0.0.1:3000/api/retrieve";
const host = { host: "127.0.0.1:3000" };

beforeAll(async () => {
  await seedMemorySaying(database.db, { text: "Run the failing test", benchmarkName: "SWE-bench Verified" });
  await seedMemorySaying(database.db, { text: "Run the failing test", benchmarkName: "Aider" });
  await embedMemories(database.db);
  Object.assign(globalThis, { carryoverWebDb: database.db });
});

const get = (query: string, headers = {}) =>
  GET(new Request(`${address}?${query}`, { headers: { ...host, ...headers } }), {});

function post(body: object, type = "application/json") {
  const headers = { ...host, "content-type": type };
  return POST(new Request(address, { method: "POST", headers, body: JSON.stringify(body) }), {});
}

it.each(["rerank", "rewrite"])("answers a GET for %s with 405 and what to do", async (method) => {
  const answer = await get(`q=test&method=${method}`);
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringContaining("POST") } });
});

it("answers both methods alike, by embedding similarity", async () => {
  const read = (await (await get("q=test&target=swebench-verified")).json()) as { results: unknown[] };
  const body = { query: "test", type: "insight", target: "SWE-bench_Verified " };
  const posted = (await (await post(body)).json()) as { results: unknown[] };
  expect(posted.results).toEqual(read.results);
  expect(read.results).toMatchObject([{ benchmark: "Aider" }]);
});

it.each([
  { body: { query: "test", method: "rerank" }, status: 503, why: "a chat model that is not set up" },
  { body: { query: "x".repeat(40_000) }, status: 400, why: "too long a query" },
  { body: { query: "x", k: 99 }, status: 400, why: "too large a k" },
  { body: { query: "x", color: "red" }, status: 400, why: "a field it does not know" },
])("refuses a POST with $why", async ({ body, status }) => {
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(/\w/) } });
});

it("refuses what a form of another site could send", async () => {
  expect((await post({ query: "test" }, "text/plain")).status).toBe(415);
});
