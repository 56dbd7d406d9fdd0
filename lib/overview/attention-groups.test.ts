import { describe, expect, it } from "vitest";
import { attentionGroups } from "./attention-groups.ts";
import type { Attention } from "./schema.ts";
import { nothingWaits as nothing } from "./testing.ts";

const now = new Date("2026-05-01T12:00:00Z");
const suspects: Attention["suspects"] = {
  count: 2,
  harmful: 1,
  tested: 519,
  signs: 12,
  first: [
    { id: "m1", title: "Trust a quick test", q: 0.0004, verdict: "harmful" },
    { id: "m2", title: "Shown once", q: null, verdict: "suspected" },
  ],
};

const groupsOf = (attention: Partial<Attention>) => attentionGroups({ ...nothing, ...attention }, now);

describe("what needs attention", () => {
  it("is nothing, and names all that it looked for, where nothing waits", () => {
    expect(groupsOf({})).toEqual({
      groups: [],
      clear: ["suspects", "failed jobs", "lint errors", "memories expiring soon", "candidates"],
    });
  });

  it("names suspects by q, beside what chance alone gives, and opens those very memories", () => {
    const { groups, clear } = groupsOf({ suspects });
    expect(groups).toEqual([
      {
        text: "2 harmful or suspected memories",
        href: "/memories?lifecycle=active,candidate&effect=harmful,suspected&sort=q&order=asc",
        tone: "bad",
        // 519 tests at p <= .05, half of which err on the side of harm.
        note: "1 at q ≤ .05. 12 of 519 tested point to harm at p ≤ .05; chance alone gives up to 13.",
        first: [
          { id: "m1", title: "Trust a quick test", deciding: "harmful, q < .001", href: "/memories/m1" },
          { id: "m2", title: "Shown once", deciding: "suspected, too few to say", href: "/memories/m2" },
        ],
      },
    ]);
    expect(clear).not.toContain("suspects");
  });

  it("is graver with a harmful memory than with suspected ones alone", () => {
    expect(groupsOf({ suspects: { ...suspects, harmful: 0 } }).groups[0]?.tone).toBe("warn");
  });

  it("opens memories in use with lint errors, those with the most findings first", () => {
    const first = [{ id: "m1", title: "Names a path", findings: 2, rule: "absolute-path" }];
    const [group] = groupsOf({ lintErrors: { count: 500, first } }).groups;
    expect(group).toMatchObject({
      text: "500 memories with lint errors",
      href: "/memories?lifecycle=active,candidate&severity=error&sort=lint",
      first: [{ deciding: "2 errors, absolute-path" }],
    });
  });

  it("tells failed jobs with their reason and their age", () => {
    const first = [
      { id: "j1", title: "Import", error: "No such folder.", finishedAt: new Date("2026-04-29T00:00:00Z") },
      { id: "j2", title: "Lint memories", error: null, finishedAt: now },
    ];
    const [group] = groupsOf({ failedJobs: { count: 2, first } }).groups;
    expect(group).toMatchObject({ text: "2 jobs failed in the last seven days", href: "/jobs?failed=true" });
    expect(group?.first).toMatchObject([
      { title: "Import: No such folder.", deciding: "2 days ago", href: "/jobs/j1" },
      { title: "Lint memories", deciding: "today" },
    ]);
  });

  it.each([
    ["2026-05-01T13:00:00Z", "in 1 day", "what ends in an hour ends in a day"],
    ["2026-05-04T12:00:00Z", "in 3 days", "whole days"],
  ])("counts the days to %s: %s (%s)", (validUntil, deciding) => {
    const first = [{ id: "m", title: "Soon over", validUntil: new Date(validUntil) }];
    const [group] = groupsOf({ expiring: { count: 1, first } }).groups;
    expect(group).toMatchObject({
      text: "1 active memory expires within 30 days",
      href: "/memories?lifecycle=active&validity=expiring&sort=validUntil&order=asc",
      first: [{ deciding }],
    });
  });

  it("puts candidates last, the longest waiting first", () => {
    const first = [{ id: "m", title: "Draft", createdAt: new Date("2026-04-01T12:00:00Z") }];
    const { groups } = groupsOf({ suspects, candidates: { count: 1400, first } });
    expect(groups.at(-1)).toMatchObject({
      text: "1,400 candidates awaiting promotion",
      href: "/memories?lifecycle=candidate&sort=created&order=asc",
      tone: "info",
      first: [{ deciding: "for 30 days" }],
    });
  });
});
