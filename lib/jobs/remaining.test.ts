import { describe, expect, it } from "vitest";
import { jobTitles } from "./kinds.ts";
import { jobsHref, loadJobSearchParams } from "./search-params.ts";
import { remainingMs } from "./view.ts";

const startedAt = "2026-01-01T00:00:00.000Z";
const msIn = (ms: number) => Date.parse(startedAt) + ms;
const running = (progress: number) => ({ state: "running", progress, startedAt }) as const;

describe("how long a job still takes", () => {
  it("falls with every step at a steady pace, to nothing", () => {
    const left = [0.02, 0.1, 0.5, 0.9, 1].map(
      (share) => remainingMs(running(share), msIn(100_000 * share)) ?? -1,
    );
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect(left.at(-1)).toBe(0);
    for (const [i, share] of [0.02, 0.1, 0.5, 0.9].entries())
      expect(left[i]).toBeCloseTo(100_000 * (1 - share), 3);
  });

  it.each([
    ["too little is done", running(0.0199), 60_000],
    ["it began less than a second ago", running(0.5), 999],
    ["the clock was set back", running(0.5), -5000],
    ["it has not begun", { state: "queued", progress: 0.5, startedAt: null } as const, 60_000],
    ["it is over", { state: "failed", progress: 0.5, startedAt } as const, 60_000],
  ])("is not told where %s", (_why, job, ms) => {
    expect(remainingMs(job, msIn(ms))).toBeNull();
  });
});

describe("the address of the jobs", () => {
  it.each(["?page=3", "?failed=true", "?page=2&failed=true"])("reads back what it says: %s", (query) => {
    expect(jobsHref("/jobs", loadJobSearchParams(new URLSearchParams(query)))).toBe(`/jobs${query}`);
  });

  it.each(["?page=x", "?failed=perhaps", "?color=red", ""])("says nothing of nonsense: %j", (query) => {
    expect(loadJobSearchParams(new URLSearchParams(query))).toEqual({ page: 1, failed: false });
  });
});

it("every kind of job has a name of its own for people", () => {
  const titles = Object.values(jobTitles);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toMatch(/^[A-Z]/);
});
