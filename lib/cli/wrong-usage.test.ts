import { expect, it } from "vitest";
import type { RootDb } from "#lib/db/client.ts";
import { type CommandContext, type Input, UsageError } from "./command.ts";
import { commands, loadCommand } from "./commands.ts";
import { numberOf } from "./read-values.ts";

/** Fails the test at any touch: wrong usage is told before anything is asked. */
const untouchable = new Proxy({} as RootDb, {
  get: (_target, name) => {
    throw new Error(`The database was asked for ${String(name)}`);
  },
});
const context: CommandContext = {
  db: untouchable,
  actor: { name: "test", role: "editor" },
  signal: new AbortController().signal,
  log: () => undefined,
  progress: () => undefined,
  finishEmbedding: () => Promise.reject(new Error("Vectors were brought up to date")),
};

async function run(verb: string, values: Input["values"], positionals: string[] = []): Promise<unknown> {
  const command = await loadCommand(verb);
  if (!command) throw new Error(`There is no verb ${verb}`);
  return command.run({ values, positionals }, context);
}

it.each(["1e999", "NaN", "", "  ", "1,5", "1_000", "ten", "1 2"])("takes %j for no number", (k) => {
  expect(() => numberOf({ values: { k }, positionals: [] }, "k")).toThrow(UsageError);
});

it.each([
  ["0", 0],
  ["-0.5", -0.5],
  ["1e3", 1000],
  [" 7 ", 7],
])("reads %j as %d", (k, number) => {
  expect(numberOf({ values: { k }, positionals: [] }, "k")).toBe(number);
});

it.each(["-1", "1.5", "x", "-0.5"])(
  "memories --limit %s is wrong usage, and asks the database nothing",
  async (limit) => {
    await expect(run("memories", { limit })).rejects.toThrow(/--limit/);
    await expect(run("memories", { limit })).rejects.toBeInstanceOf(UsageError);
  },
);

it.each(["0", "101", "1.5", "-3"])("compare --k %s is wrong usage", async (k) => {
  await expect(run("compare", { k, base: "a", candidate: "b" })).rejects.toThrow("from 1 to 100");
});

it.each([
  ["retrieve", {}, /Give --query or --task/],
  ["retrieve", { query: "a", task: "b" }, /Give --query or --task/],
  ["retrieve", { query: "a", method: "magic" }, /--method magic is unknown: use embedding/],
  ["retrieve", { query: "a", type: "note" }, /--type note is unknown: use trajectory, workflow/],
  ["export", {}, /--out is missing/],
  ["export", { out: "" }, /--out is missing/],
  ["export", { out: "x", format: "xml" }, /--format xml is unknown: use jsonl, parquet/],
  ["export", { out: "x", filter: "color=red" }, /color/],
  ["compare", { base: "a" }, /--candidate is missing/],
  ["matrix", { k: "0" }, /--k is a whole number from 1/],
  ["matrix", { measure: "wins" }, /--measure wins is unknown: use pass, all/],
  ["attribute", { candidate: "a" }, /--base is missing/],
  ["lint", { rule: "style" }, /--rule style is unknown: use names-file/],
  ["memories", { lint: "style" }, /--lint style is unknown: use error, warning/],
  ["memories", { sort: "color" }, /--sort color is unknown/],
  ["memories", { order: "up" }, /--order up is unknown: use asc, desc/],
  ["metrics", { on: "moon" }, /--on moon is unknown: use vectors, map/],
  ["metrics", { label: "color" }, /--label color is unknown/],
  ["project", { engine: "steam" }, /--engine steam is unknown/],
  ["project", { seed: "x" }, /--seed x is not a number/],
] as [string, Input["values"], RegExp][])(
  "%s with %j is told what to type: %s",
  async (verb, values, sentence) => {
    const failed = await run(verb, values).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(UsageError);
    expect((failed as Error).message).toMatch(sentence);
  },
);

it("no verb but those that take names passes over a word too many", async () => {
  const takeNames = new Set(["import", "bench"]);
  for (const { verb } of commands.filter((command) => !takeNames.has(command.verb))) {
    const values = { query: "q", out: "x", base: "a", candidate: "b" };
    await expect(run(verb, values, ["extra"]), verb).rejects.toThrow('Unexpected argument "extra".');
  }
});
