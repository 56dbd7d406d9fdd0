import { expect, it } from "vitest";
import { describeList } from "./describe-list.ts";
import { offeredKs } from "./search-params.ts";

const all = { outcome: null, evidence: null, benchmark: null, q: "" } as const;

it.each([
  { list: all, memory: null, words: "tasks" },
  { list: { ...all, outcome: "lost" as const }, memory: "Skip the tests", words: "lost with Skip the tests" },
  { list: { ...all, evidence: "supported" as const }, memory: null, words: "supported lost" },
  {
    list: { ...all, outcome: "lost" as const, evidence: "errored" as const, benchmark: "gym", q: " go " },
    memory: null,
    words: "lost on errored attempts in gym matching \u201cgo\u201d",
  },
])("describes a list: $words", ({ list, memory, words }) => {
  expect(describeList(list, memory)).toBe(words);
});

it.each([
  { attempts: 3, chosen: 3, ks: [1, 2, 3] },
  { attempts: 1, chosen: 1, ks: [1] },
  { attempts: 7, chosen: 4, ks: [1, 2, 3, 4, 5, 7] },
  { attempts: 40, chosen: 3, ks: [1, 2, 3, 5, 10, 40] },
  { attempts: 0, chosen: 1, ks: [1] },
  { attempts: Number.POSITIVE_INFINITY, chosen: 3, ks: [1, 2, 3, 5, 10] },
])("offers k up to the attempts there are: $attempts", ({ attempts, chosen, ks }) => {
  expect(offeredKs(attempts, chosen)).toEqual(ks);
});
