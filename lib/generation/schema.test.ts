import { describe, expect, it } from "vitest";
import { acceptInput, generationRequest, rejectInput, storedPrompt } from "./schema.ts";

const id = "0199c1a1-0000-7000-8000-000000000000";

function sentences(
  schema: { safeParse: (input: unknown) => { success: boolean; error?: { issues: { message: string }[] } } },
  input: unknown,
) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : (parsed.error?.issues ?? []).map(({ message }) => message);
}

describe("what a draft is asked for with", () => {
  it.each<[string, object, string]>([
    ["no source", { type: "insight" }, "Choose one source: a trial or a trajectory memory"],
    [
      "two sources",
      { type: "insight", trialId: id, memoryId: id },
      "Choose one source: a trial or a trajectory memory",
    ],
    ["a source that is no id", { type: "insight", trialId: "1" }, "Choose a source"],
    ["no type", { trialId: id }, "Choose a type"],
    ["a type there is not", { trialId: id, type: "note" }, "Choose a type"],
    [
      "a long note",
      { trialId: id, type: "insight", note: "x".repeat(2001) },
      "Keep it under 2000 characters",
    ],
  ])("says what to do about %s", (_what, input, sentence) => {
    expect(sentences(generationRequest, input)).toContain(sentence);
  });

  it.each(["polarity", "model", "extra"])("refuses a %s that it does not know", (name) => {
    expect(generationRequest.safeParse({ trialId: id, type: "insight", [name]: "x" }).success).toBe(false);
  });

  it("takes a note of 2,000 characters, without the blanks around it", () => {
    const note = `  ${"x".repeat(2000)}\n`;
    expect(generationRequest.parse({ trialId: id, type: "insight", note }).note).toHaveLength(2000);
  });
});

describe("what is decided with", () => {
  it("a draft is accepted in place of what it replaces unless asked otherwise", () => {
    expect(acceptInput.parse({ id })).toEqual({ id, asNew: false });
  });

  it.each([0, -1, 1.5, "1"])("no memory has a version %j", (expectedVersion) => {
    expect(acceptInput.safeParse({ id, expectedVersion }).success).toBe(false);
  });

  it.each(["", "   ", undefined])("nothing is turned down without a reason: %j", (reason) => {
    expect(rejectInput.safeParse({ id, reason }).success).toBe(false);
  });
});

describe("what is stored of a request", () => {
  const source = { kind: "trial", id, benchmark: "b", taskName: "t" };

  it("has no messages before they are sent", () => {
    expect(storedPrompt.parse({ source, polarity: "failed", note: null }).messages).toEqual([]);
  });

  it.each([
    {},
    { source },
    { source, polarity: "errored", note: null },
    { source: { ...source, kind: "x" }, polarity: "passed", note: null },
  ])("is refused where it is something else: %j", (stored) => {
    expect(storedPrompt.safeParse(stored).success).toBe(false);
  });
});
