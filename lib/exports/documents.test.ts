import { describe, expect, it } from "vitest";
import type { MemoryEvidence } from "#lib/attribution/evidence/schema.ts";
import type { TrialDetail } from "#lib/runs/schema.ts";
import { alignSteps } from "#lib/transfer/align-steps.ts";
import type { PairedTaskDetail } from "#lib/transfer/schema.ts";
import { pairToText, trialToText } from "./document-text.ts";
import { pairDocument, trialDocument } from "./pair-document.ts";

function trial(id: string, actions: string[], observation: string): TrialDetail {
  const steps = actions.map((action) => ({
    source: "agent",
    message: null,
    reasoning: null,
    action,
    observation,
  }));
  return {
    id,
    runId: `run-${id}`,
    runName: `Run ${id}`,
    taskId: "task",
    benchmark: "swe",
    taskName: "fix-it",
    attempt: 1,
    outcome: id === "a" ? "passed" : "failed",
    error: null,
    stepCount: steps.length,
    retrievals: 1,
    costUsd: null,
    durationMs: null,
    reward: null,
    judgement: null,
    details: null,
    inputTokens: null,
    outputTokens: null,
    startedAt: null,
    sourcePath: "p",
    statement: "Fix it.",
    trajectory: { format: "test", stepCount: steps.length, steps },
    originals: [],
    retrieved: [
      {
        id: `r-${id}`,
        rank: 1,
        similarity: 0.5,
        query: "how to fix",
        memoryId: "m",
        memoryVersion: 2,
        title: "Look first",
        shown: "Read the file before editing.",
        type: "insight",
        benchmark: "cmp",
        lifecycle: "active",
        validUntil: null,
        currentVersion: 2,
      },
    ],
  };
}

const evidence = (id: string): MemoryEvidence[] => [
  {
    retrievalId: `r-${id}`,
    memoryId: "m",
    rank: 1,
    title: "Look first",
    benchmark: "cmp",
    mentions: [{ step: 1, how: "title", quotes: [] }],
    follows: [{ step: 2, p: 0.01, quotes: [] }],
    p: 0.01,
    controls: 200,
    use: "followed",
  },
];

function pairOf(a: TrialDetail, b: TrialDetail): PairedTaskDetail {
  const tally = { outcomes: { passed: 1, failed: 0, errored: 0, missing: 0 }, firstK: [], firstKErrored: [] };
  const run = { id: "x", name: "x", arm: "memory" as const, memoryType: null, model: null };
  return {
    base: run,
    candidate: run,
    task: {
      taskId: "task",
      candidateTaskId: "task",
      benchmark: "swe",
      taskName: "fix-it",
      checksum: "",
      outcome: "lost",
      compared: 1,
      base: { ...tally, scored: 1, passed: 1 },
      candidate: { ...tally, scored: 1, passed: 0 },
      effect: -1,
      errored: false,
      noiseP: 0.5,
      noiseQ: 0.7,
      evidence: "suspected",
    },
    attempts: { base: [], candidate: [] },
    open: { base: a, candidate: b },
    alignment: a.trajectory && b.trajectory ? alignSteps(a.trajectory.steps, b.trajectory.steps) : null,
    previousTaskId: null,
    nextTaskId: null,
    position: null,
  };
}

describe("a pair as a document", () => {
  const pair = pairOf(trial("a", ["ls", "make"], "ok"), trial("b", ["ls", "rm -r x"], "gone"));
  const document = pairDocument(pair, { base: evidence("a"), candidate: evidence("b") });

  it("has statement, memories with their use, and the steps of both sides aligned", () => {
    expect(document).toMatchObject({
      outcome: "lost",
      task: { statement: "Fix it." },
      candidate: { memories: [{ rank: 1, use: "followed", namedIn: [1], followedIn: [2], revision: 2 }] },
      firstDivergence: 2,
      rows: [
        { same: true, baseline: { step: 1 }, candidate: { step: 1, names: [1] } },
        { same: false, baseline: { parts: { action: "make" } }, candidate: { parts: { action: "rm -r x" } } },
      ],
      leftOut: { parts: 0, characters: 0, rows: 0 },
    });
  });

  it("reads as text, in the same order", () => {
    const text = pairToText(document);
    const places = [
      "fix-it (swe): lost",
      "Fix it.",
      "Baseline: Run a",
      "Read the file",
      "FIRST DIVERGENCE",
      "rm -r x",
    ];
    const at = places.map((words) => text.indexOf(words));
    expect(at.every((place, i) => place > (at[i - 1] ?? -1))).toBe(true);
    expect(text).toContain("use: followed, named in step 1, followed in step 2");
    expect(text).toContain("Candidate step 2 (agent, follows memory #1)");
    expect(text).toContain("Nothing was left out.");
  });
});

describe("a long trial as a document", () => {
  const long = trial(
    "a",
    Array.from({ length: 3000 }, (_, i) => `run ${i}`),
    `BEGIN${"x".repeat(25_000)}END`,
  );
  const document = trialDocument(long, []);

  it("stays within bounds, and says what was left out and where it is", () => {
    expect(JSON.stringify(document).length).toBeLessThan(1_500_000);
    expect(document.leftOut).toMatchObject({ parts: 2000, steps: 1000 });
    const step = document.steps?.[4];
    expect(step?.whole).toBe("/trials/a/steps/5");
    expect(step?.parts.observation).toMatch(/^BEGIN.*\[\d+ characters left out\].*END$/s);
    expect(trialToText(document)).toContain("1000 later steps");
  });

  it("says where there is no trajectory", () => {
    const bare = trialDocument({ ...long, trajectory: null }, []);
    expect(bare.steps).toBeNull();
    expect(trialToText(bare)).toContain("No trajectory.");
  });
});
