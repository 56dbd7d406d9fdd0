import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { embedMemories } from "#lib/embeddings/embed-memories.ts";
import { readEnv } from "#lib/env.ts";
import { listMemories } from "#lib/memories/queries.ts";
import { everyMemory } from "#lib/memories/search-params.ts";
import { seedMemorySaying } from "#lib/testing/memories.ts";
import { previewRetrieval } from "./preview-retrieval.ts";

const database = testDatabase();
const env = { ...readEnv(), openaiApiKey: undefined, openaiBaseUrl: undefined };
/** As they came into pools before names were compared: rows of four benchmarks that are one. */
const spellings = ["SWE-bench Verified", "swe-bench verified", "swebench-verified", "SWE-bench_Verified "];
const others = ["SWE-bench Lite", "terminal-bench"];
let taskId = "";

beforeAll(async () => {
  for (const benchmarkName of [...spellings, ...others]) {
    await seedMemorySaying(database.db, { text: "Run the failing test first", benchmarkName });
  }
  await embedMemories(database.db);
  const task = await database.db.task.create({
    data: { benchmarkName: "swebench-verified", name: "t", statement: "Run the failing test first" },
  });
  taskId = task.id;
});

async function benchmarksShown(request: { target?: string; taskId?: string }) {
  const query = request.taskId ? {} : { query: "Run the failing test first" };
  const preview = await previewRetrieval(database.db, { ...query, ...request, k: 20 }, { env });
  if (!preview.ok) throw new Error(preview.error.message);
  return preview.value.results.map((row) => row.benchmark).sort();
}

describe("leaving a benchmark out", () => {
  it.each([...spellings, "SWE Bench-VERIFIED"])(
    "leaves out every spelling of it: target %j",
    async (target) => {
      expect(await benchmarksShown({ target })).toEqual(others);
    },
  );

  it("does so for a task's own benchmark", async () => {
    expect(await benchmarksShown({ taskId })).toEqual(others);
  });

  it("leaves nothing else out", async () => {
    const kept = await benchmarksShown({ target: "terminal bench" });
    expect(kept).toEqual([...spellings, "SWE-bench Lite"].sort());
    expect(
      await previewRetrieval(database.db, { query: "x", target: "terminal-bench-2" }, { env }),
    ).toMatchObject({
      ok: false,
      error: { code: "invalid" },
    });
  });
});

it("a filter by benchmark means every spelling of it", async () => {
  const filter = { ...everyMemory, benchmark: ["SWEbench Verified"] };
  expect((await listMemories(database.db, { ...filter, page: 1, pageSize: 50 })).total).toBe(4);
});
