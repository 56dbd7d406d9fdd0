import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeOutputs } from "#lib/testing/harbor-outputs.ts";
import { parseFile, recognizeFile } from "./read-records.ts";
import { addFact, emptyFacts, type RunFacts } from "./run-facts.ts";
import { walkFiles } from "./walk-files.ts";

const TRIALS = 60;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "carryover-facts-"));
  await writeOutputs(root, { arms: ["I-MTL"], tasks: TRIALS, attempts: 1, steps: 20, observation: 6000 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function readAll(): Promise<RunFacts> {
  const facts = emptyFacts();
  for (const file of (await walkFiles([root])).files)
    for await (const record of parseFile(file, await recognizeFile(file), null)) addFact(facts, record, file);
  return facts;
}

it("holds little of each trial while a folder is read: steps and shown memories are read again", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  await readAll();
  collect();
  const before = process.memoryUsage().heapUsed;
  const facts = await readAll();
  collect();
  const held = (process.memoryUsage().heapUsed - before) / TRIALS;
  expect(facts.trajectories).toHaveLength(TRIALS);
  expect(facts.retrievals).toHaveLength(TRIALS);
  // A trial's files weigh more than 100 KB here; 7,365 trials at this limit hold 150 MB.
  expect(held).toBeLessThan(20_000);
});
