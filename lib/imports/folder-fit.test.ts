import { expect, it } from "vitest";
import { folderFit } from "./folder-fit.ts";

const trial = "outputs/T-SE/alpha-bench/1/csv-merge__a1";

it.each([
  ["outputs/T-SE/insight_memory.jsonl", 2, "a pool of the run"],
  ["T-SE/insight_memory.jsonl", 1, "the same, its run imported alone"],
  ["outputs/T-SE/alpha-bench/workflow_memory.jsonl", 3, "a pool of one benchmark of the run"],
  ["T-SE/alpha-bench/workflow_memory.jsonl", 2, "the same, its run imported alone"],
  ["data/outputs/T-SE/insight_memory.jsonl", 2, "a folder further up"],
  ["outputs/T-SE_run2/insight_memory.jsonl", 0, "another run"],
  ["outputs/T-SE_run2/alpha-bench/workflow_memory.jsonl", 0, "a benchmark of another run"],
  ["alpha-bench/workflow_memory.jsonl", 0, "a folder that does not tell the run"],
  ["pools/insight_memory.jsonl", 0, "a pool that lies elsewhere"],
  ["insight_memory.jsonl", 0, "a file alone"],
])("%s fits by %i: %s", (pool, fit) => {
  expect(folderFit(pool, trial)).toBe(fit);
});
