import { describe, expect, it } from "vitest";
import { describeEligibility } from "./describe-eligibility.ts";
import { exclusionReasons, largestK, retrievalRequest } from "./schema.ts";
import { taskOption } from "./task-option.ts";

const sentences = (input: unknown) =>
  retrievalRequest.safeParse(input).error?.issues.map(({ message }) => message) ?? [];

describe("what retrieval is asked with", () => {
  it.each<[string, unknown, string]>([
    ["nothing", {}, "Give a query or a task."],
    ["blanks", { query: " \n\t" }, "Give a query or a task."],
    ["a text of megabytes", { query: "x".repeat(32_001) }, "Shorten the query to 32,000 characters."],
    ["a long plan", { query: "q", plan: "x".repeat(32_001) }, "Shorten the plan to 32,000 characters."],
    ["a long goal", { query: "q", goal: "x".repeat(32_001) }, "Shorten the goal to 32,000 characters."],
    ["a task that is no id", { taskId: "1" }, "There is no such task: choose one from the list."],
    ["k of 0", { query: "q", k: 0 }, "k is at least 1."],
    ["a fraction", { query: "q", k: 1.5 }, "k is a whole number."],
    ["k as a text", { query: "q", k: "3" }, "k is a whole number."],
    ["more than it hands over", { query: "q", k: largestK + 1 }, `k is at most ${largestK}.`],
    ["a long target", { query: "q", target: "x".repeat(201) }, "No benchmark has so long a name."],
  ])("says what to do about %s", (_what, input, sentence) => {
    expect(sentences(input)).toContain(sentence);
  });

  it("is complete with a query alone, and takes the blanks around it away", () => {
    expect(retrievalRequest.parse({ query: "  fix it " })).toEqual({
      query: "fix it",
      type: "all",
      k: 3,
      method: "embedding",
      showPolarity: true,
    });
  });

  it("tells no target from the task's own", () => {
    expect(retrievalRequest.parse({ query: "q", target: null }).target).toBeNull();
    expect(retrievalRequest.parse({ query: "q" })).not.toHaveProperty("target");
  });

  it.each(["offset", "Query", "__proto__x"])("refuses %s, which it does not know", (name) => {
    expect(retrievalRequest.safeParse({ query: "q", [name]: 1 }).success).toBe(false);
  });
});

describe("why a memory was left out or not", () => {
  const memory = { type: "insight", benchmark: "Alpha", lifecycle: "active" } as const;
  const none = { validFrom: null, validUntil: null, target: null };

  it("is a sentence for every reason there is", () => {
    const told = exclusionReasons.map((reason) => describeEligibility({ ...memory, reason }, none));
    expect(new Set(told).size).toBe(exclusionReasons.length);
    for (const sentence of told) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [none, "Active."],
    [{ ...none, target: "Beta" }, "Active, and not from Beta."],
    [{ ...none, validUntil: new Date("2026-12-02T00:00:00Z") }, "Active, valid until 2026-12-01."],
    [
      { ...none, validUntil: new Date("2026-12-02T10:30:00Z"), target: "Beta" },
      "Active, valid until 2026-12-02 10:30 UTC, and not from Beta.",
    ],
  ])("names what made it eligible: %j", (circumstances, sentence) => {
    expect(describeEligibility({ ...memory, reason: null }, circumstances)).toBe(sentence);
  });

  it("names the day, and stands where no day is known", () => {
    const expired = { ...memory, reason: "expired" } as const;
    expect(describeEligibility(expired, { ...none, validUntil: new Date("2026-05-02T00:00:00Z") })).toBe(
      "It was valid until 2026-05-01.",
    );
    expect(describeEligibility(expired, none)).toBe("It was valid until an earlier day.");
  });
});

it("a task without a statement says in the picker that its name is the query", () => {
  const task = { id: "1", benchmark: "Alpha", name: "task-1", checksum: "", statement: null };
  expect(taskOption(task)).toEqual({
    value: "1",
    label: "Alpha / task-1",
    detail: "No statement known: its name is the query.",
  });
  expect(taskOption({ ...task, statement: "Fix it" }).detail).toBe("Fix it");
});
