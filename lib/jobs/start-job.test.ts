import { expect, it } from "vitest";
import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { type JobKind, jobTitles } from "./kinds.ts";
import { queueNames, queueOf } from "./queue.ts";
import { startJob } from "./start-job.ts";

/** Fails the test at any touch: what is refused must be refused before anything is written. */
const untouchable = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`The database was asked for ${String(name)}`);
    },
  },
) as Db;
const schema = z.strictObject({
  k: z.int("k is a whole number.").min(1, "k is at least 1."),
  type: z.string().optional(),
});
const editor = { name: "ada", role: "editor" } as const;

it.each([
  ["a fraction", { k: 1.5 }, "k is a whole number."],
  ["not a number", { k: Number.NaN }, "k is a whole number."],
  ["zero", { k: 0 }, "k is at least 1."],
])("names the field that is %s, and writes nothing", async (_what, input, message) => {
  const started = await startJob(untouchable, "project", schema, input, editor);
  expect(started).toEqual({ ok: false, error: { code: "invalid", message, fields: { k: [message] } } });
});

it.each([
  ["nothing", undefined],
  ["null", null],
  ["a list", []],
  ["a field nobody asked for", { k: 1, x: 2 }],
])("refuses %s", async (_what, input) => {
  expect(await startJob(untouchable, "project", schema, input, editor)).toMatchObject({
    error: { code: "invalid" },
  });
});

it("refuses a reader before it looks at what is asked", async () => {
  const started = await startJob(untouchable, "project", schema, { k: 0 }, { name: "rae", role: "reader" });
  expect(started).toMatchObject({
    error: { code: "forbidden", message: expect.stringContaining("rae may read") },
  });
});

it("sends every kind of job to a queue there is, and only what waits for a model to that of the models", () => {
  const kinds = Object.keys(jobTitles) as JobKind[];
  const chat = kinds.filter((kind) => queueOf(kind) === "carryover-chat");
  expect(chat).toEqual(["generate"]);
  for (const kind of kinds) expect(queueNames).toContain(queueOf(kind));
});
