import { describe, expect, it } from "vitest";
import { memoryTypes } from "#lib/memories/content.ts";
import { contentSaying } from "#lib/testing/memories.ts";
import { contentText } from "./content-text.ts";
import { sourceOfOption, sourceOption } from "./source-option.ts";

describe("what a draft is compared by", () => {
  it.each(memoryTypes)("says all that a %s says", (type) => {
    const text = contentText(contentSaying(type, "🙂 <b>\nnext line"));
    expect(text).toContain("🙂 <b>\nnext line");
  });

  it.each(memoryTypes)("differs where a %s differs, and is the same where it is the same", (type) => {
    expect(contentText(contentSaying(type, "one"))).toBe(contentText(contentSaying(type, "one")));
    expect(contentText(contentSaying(type, "one"))).not.toBe(contentText(contentSaying(type, "two")));
  });

  it("has a line for each step, so that an added one is an added line", () => {
    const steps = ["ls", "npm test"];
    const before = contentText({ type: "workflow", content: { goal: "g", steps } }).split("\n");
    const after = contentText({
      type: "workflow",
      content: { goal: "g", steps: [...steps, "git diff"] },
    }).split("\n");
    expect(after).toEqual([...before, "git diff"]);
  });

  it("tells apart what the fields of an insight say, also where their texts change places", () => {
    const insight = (title: string, description: string) =>
      contentText({ type: "insight", content: { title, description, content: "c" } });
    expect(insight("a", "b")).not.toBe(insight("b", "a"));
  });
});

describe("a source in a picker", () => {
  const source = { benchmark: "A/B: c", taskName: "t:1", outcome: "errored", detail: "run 1, attempt 2" };

  it.each(["trial", "memory"] as const)(
    "that is a %s comes back by its id, whatever its names hold",
    (kind) => {
      const id = "0199c1a1-0000-7000-8000-000000000000";
      const named = sourceOfOption(sourceOption({ ...source, kind, id }).value);
      expect(named).toEqual(kind === "trial" ? { trialId: id } : { memoryId: id });
    },
  );

  it.each(["", "trial", "trial:", "memory:"])(
    "that is none names nothing that could be found: %j",
    (value) => {
      expect(Object.values(sourceOfOption(value))).toEqual([""]);
    },
  );
});
