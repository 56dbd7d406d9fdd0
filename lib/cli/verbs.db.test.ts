import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import type { Answer, CommandContext } from "./command.ts";
import { loadCommand } from "./commands.ts";
import { finishJobs } from "./finish-jobs.ts";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "carryover-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const subjects = ["parser", "scheduler", "cache", "tokenizer", "router", "linker", "allocator", "renderer"];
const pool = join(folder, "pool.jsonl");

beforeAll(() => {
  const lines = ["alpha-bench", "beta-bench"].flatMap((benchmark) =>
    subjects.map((subject, index) =>
      JSON.stringify({
        format: "carryover-memory/1",
        type: "insight",
        benchmark,
        taskName: `${subject}-${index}`,
        task: `Repair the ${subject}.`,
        outcome: "passed",
        content: {
          title: `Reproduce the fault of the ${subject} first`,
          description: `Before changing the ${subject}, make it fail on purpose.`,
          content: `Write the shortest script that shows what the ${subject} does wrong, in ${benchmark}.`,
        },
      }),
    ),
  );
  writeFileSync(pool, `${lines.join("\n")}\n`);
});

/** Runs a verb on the test's database, as the command line would. */
async function answer(
  verb: string,
  values: Record<string, string | boolean> = {},
  positionals: string[] = [],
): Promise<Answer> {
  const command = await loadCommand(verb);
  if (!command?.needsDatabase) throw new Error(`${verb} takes no database`);
  const signal = new AbortController().signal;
  const progress = () => undefined;
  const { db } = database;
  const context: CommandContext = {
    db,
    actor: { name: "test", role: "editor" },
    signal,
    progress,
    log: () => undefined,
    finishEmbedding: () => finishJobs(db, ["embed"], { isOwner: true, signal, progress }),
  };
  const result = await command.run({ values, positionals }, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const no = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

describe("the verbs, one after the other on one pool", () => {
  it("import plans without writing", async () => {
    const { json, text } = await answer("import", { "dry-run": true }, [pool]);
    expect(json).toMatchObject({ files: 1, memories: { ...no, created: 16 }, problems: [] });
    expect(text).toContain("nothing was written");
    expect((await answer("memories")).json).toMatchObject({ total: 0, rows: [] });
  });

  it("import writes, and the second time changes nothing", async () => {
    expect((await answer("import", {}, [pool])).json).toMatchObject({ memories: { ...no, created: 16 } });
    expect((await answer("import", {}, [pool])).json).toMatchObject({ memories: { ...no, unchanged: 16 } });
  });

  it("import takes a rule for MLGym's scores, and keeps it with what would import the run again", async () => {
    const info = { score: [{ Accuracy: 0.6 }], model_stats: { task_cost: 1 } };
    const path = join(folder, "toy.traj");
    writeFileSync(path, JSON.stringify({ trajectory: [], history: [], info }));
    const rule = "accuracy=0.6";
    expect((await answer("import", { "mlgym-rule": rule, run: "mlgym" }, [path])).json).toMatchObject({
      runs: [{ name: "mlgym", passed: 1 }],
    });
    const run = await database.db.run.findFirstOrThrow({ where: { name: "mlgym" } });
    const mlgymRule = "margin: 0; accuracy: 0.6";
    expect(run).toMatchObject({ config: { mlgymRule }, importRequest: { mlgymRule } });
    await expect(answer("import", { "mlgym-rule": "accuracy" }, [path])).rejects.toThrow("--mlgym-rule: ");
    await database.db.run.delete({ where: { id: run.id } });
  });

  it("import reports what it can't read, and goes on", async () => {
    const broken = join(folder, "broken.jsonl");
    writeFileSync(broken, `${readFileSync(pool, "utf8").split("\n")[0]}\n{"type":"insight"\n`);
    const { json } = await answer("import", {}, [broken]);
    expect(json).toMatchObject({
      memories: { ...no, unchanged: 1, rejected: 1 },
      problems: [{ line: 2, reason: expect.any(String) }],
    });
  });

  it("memories filters as the address of the page does", async () => {
    const { json } = await answer("memories", { filter: "benchmark=beta-bench", limit: "3" });
    expect(json).toMatchObject({ total: 8, rows: [{ benchmark: "beta-bench" }, {}, {}] });
  });

  it("memories takes parts of the filter as options, sorts, and says what runs and lint say", async () => {
    const { json } = await answer("memories", { filter: "benchmark=alpha-bench", q: "scheduler" });
    const { total } = json as { total: number };
    expect((await answer("memories", { filter: "benchmark=alpha-bench&q=scheduler" })).json).toMatchObject({
      total,
    });
    const unknown = await answer("memories", {
      effect: "unknown",
      lint: "none",
      sort: "effect",
      order: "asc",
    });
    expect(unknown.json).toMatchObject({
      total: 16,
      rows: [{ effect: null, lintSeverity: "none" }, ...Array(15).fill({})],
    });
    expect(unknown.text).toContain("effect");
    expect((await answer("memories", { effect: "harmful" })).json).toMatchObject({ total: 0 });
    expect((await answer("memories", { lint: "names-file,error" })).json).toMatchObject({ total: 0 });
    await expect(answer("memories", { lint: "eror" })).rejects.toThrow("--lint eror is unknown: use error");
    await expect(answer("memories", { effect: "bad" })).rejects.toThrow('"bad" is no effect');
    await expect(answer("memories", { sort: "worst" })).rejects.toThrow("--sort worst is unknown");
  });

  it("retrieve leaves the target's own memories out", async () => {
    const { json, text } = await answer("retrieve", {
      query: "the scheduler is at fault",
      target: "alpha-bench",
      k: "2",
    });
    expect(json).toMatchObject({
      query: "the scheduler is at fault",
      space: expect.stringContaining("/"),
      results: [
        { rank: 1, benchmark: "beta-bench", title: expect.stringContaining("scheduler") },
        { rank: 2 },
      ],
      prompt: expect.stringContaining("scheduler"),
    });
    expect(text).toContain("Prompt (");
  });

  it("metrics gives DBI and LISI by type", async () => {
    const { json } = await answer("metrics", { type: "insight", perplexity: "5" });
    expect(json).toMatchObject({
      label: "benchmark",
      types: {
        insight: {
          n: 16,
          labels: { "alpha-bench": 8, "beta-bench": 8 },
          dbi: expect.any(Number),
          lisi: { mean: expect.any(Number), perplexity: 5, randomLabelMean: expect.any(Number) },
        },
      },
    });
  });

  it("project stores a map", async () => {
    const { json } = await answer("project", { type: "insight", neighbors: "4", seed: "7" });
    expect(json).toMatchObject({ projectionId: expect.any(String), n: 16, seconds: expect.any(Number) });
  });

  it("export writes what was imported", async () => {
    const out = join(folder, "export.jsonl");
    const { json } = await answer("export", { out, filter: "benchmark=alpha-bench" });
    expect(json).toEqual({ written: 8, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readFileSync(out, "utf8").trim().split("\n")).toHaveLength(8);
  });

  it("lint answers with findings", async () => {
    const { json } = await answer("lint", { rule: "near-duplicate" });
    expect(json).toMatchObject({ findings: expect.any(Array) });
  });

  it("runs is empty where nothing ran, and matrix and compare say so", async () => {
    expect((await answer("runs")).json).toEqual([]);
    expect((await answer("matrix")).text).toBe("No runs yet: carryover import FOLDER");
    await expect(answer("matrix", { base: "one" })).rejects.toThrow("There is no run one");
    await expect(answer("compare", { base: "one", candidate: "two" })).rejects.toThrow("There is no run one");
  });
});
