import { expect, it } from "vitest";
import { isFinished, remainingMs } from "./view.ts";

const startedAt = "2026-01-01T00:00:00.000Z";
const tenSecondsIn = Date.parse(startedAt) + 10_000;

it.each([
  ["a quarter done in 10 s leaves 30 s", { state: "running", progress: 0.25, startedAt }, 30_000],
  ["nothing done says nothing", { state: "running", progress: 0, startedAt }, null],
  ["a queued job has no pace yet", { state: "queued", progress: 0, startedAt: null }, null],
  ["a finished job has nothing left to wait for", { state: "succeeded", progress: 1, startedAt }, null],
] as const)("%s", (_why, job, expected) => {
  expect(remainingMs(job, tenSecondsIn)).toBe(expected);
});

it("tells nothing in the first second, when the pace is noise", () => {
  expect(remainingMs({ state: "running", progress: 0.5, startedAt }, Date.parse(startedAt) + 500)).toBeNull();
});

it.each([
  ["queued", false],
  ["running", false],
  ["succeeded", true],
  ["failed", true],
  ["canceled", true],
] as const)("a %s job is finished: %s", (state, finished) => {
  expect(isFinished({ state })).toBe(finished);
});
