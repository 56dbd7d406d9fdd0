import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { closeServers, type Reply, serve, vectorsOf } from "#lib/testing/embedding-server.ts";
import { aiderInsight, seedMemory } from "#lib/testing/memories.ts";
import { embedMemories } from "./embed-memories.ts";
import { createOpenaiProvider } from "./openai-embedding.ts";
import { ensureSpace } from "./spaces.ts";

const database = testDatabase();
const refused: Reply = { status: 401, body: { error: { message: "no" } } };

beforeEach(async () => {
  await database.db.embeddingSpace.deleteMany();
  await database.db.memory.deleteMany();
  for (let i = 0; i < 130; i++) await seedMemory(database.db, aiderInsight(`number ${i}`));
});
afterEach(closeServers);

async function embed(baseURL: string) {
  const key = { provider: "openai", model: "m", dimensions: 3 } as const;
  const space = await ensureSpace(database.db, key);
  const report = await embedMemories(
    database.db,
    { provider: createOpenaiProvider({ baseURL, model: "m" }) },
    space,
  );
  const stored = await database.db.embedding.count({ where: { spaceId: space.id } });
  return { report, stored };
}

describe("a server that answers badly", () => {
  it("with an index of a billion ends the work at once, after one request for 130 texts", async () => {
    const { baseURL, requests } = await serve(() => ({
      body: { data: [{ index: 1e9, embedding: [1, 2, 3] }] },
    }));
    const { report, stored } = await embed(baseURL);
    expect(report).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect({ requests: requests.length, stored }).toEqual({ requests: 1, stored: 0 });
  });

  it("with zeros for everything fails, and none is stored", async () => {
    const { baseURL } = await serve(({ input }) => ({
      body: { data: input.map((_, index) => ({ index, embedding: [0, 0, 0] })) },
    }));
    const { report, stored } = await embed(baseURL);
    expect(report).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^None of the 130 texts sent could be embedded .*zeros/) },
    });
    expect(stored).toBe(0);
  });

  it("with zeros for some stores the others, and lists those", async () => {
    const { baseURL } = await serve(({ input }) => ({
      body: { data: input.map((_, index) => ({ index, embedding: [index % 4, 0, 0] })) },
    }));
    const { report, stored } = await embed(baseURL);
    // Batches of 128 and 2: every fourth of each.
    expect(report).toMatchObject({ ok: true, value: { embedded: 97 } });
    expect(report.ok && report.value.failures).toHaveLength(33);
    expect(stored).toBe(97);
  });

  it("half-way keeps what arrived, and the next run asks for the rest only", async () => {
    const first = await serve((body, nth) => (nth === 1 ? vectorsOf(body) : refused));
    const { report, stored } = await embed(first.baseURL);
    expect(report).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/OPENAI_API_KEY.*128 memories were embedded before that/) },
    });
    expect(stored).toBe(128);
    const second = await serve(vectorsOf);
    expect(await embed(second.baseURL)).toMatchObject({ report: { ok: true, value: { embedded: 2 } } });
    expect(second.requests.map(({ input }) => input.length)).toEqual([2]);
  });
});
