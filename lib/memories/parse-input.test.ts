import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isMemoryId } from "./memory-id.ts";
import { parseInput } from "./parse-input.ts";
import { isCuration, previousValuesOf } from "./previous-values.ts";

const schema = z.strictObject({
  title: z.string().trim().min(1, "Must not be empty").max(5, "Must be short"),
  steps: z.array(z.object({ action: z.string("Must be text") })),
});

describe("parseInput", () => {
  it("gives what the schema makes of the input", () => {
    const steps = [{ action: "ls" }];
    expect(parseInput(schema, { title: " a ", steps })).toEqual({ ok: true, value: { title: "a", steps } });
  });

  it("names a nested field by its path, and its number in a list", () => {
    const parsed = parseInput(schema, { title: "a", steps: [{ action: "ls" }, { action: 3 }] });
    expect(parsed).toEqual({
      ok: false,
      error: {
        code: "invalid",
        message: "steps.1.action: Must be text",
        fields: { "steps.1.action": ["Must be text"] },
      },
    });
  });

  it("puts the name of what it is part of before every field", () => {
    const parsed = parseInput(schema, { title: "", steps: [{ action: 3 }] }, "content");
    expect(!parsed.ok && Object.keys(parsed.error.fields ?? {})).toEqual([
      "content.title",
      "content.steps.0.action",
    ]);
  });

  it("keeps all sentences of one field together, in order", () => {
    const twice = z.object({ name: z.string().regex(/^a/, "Begins with a").regex(/z$/, "Ends with z") });
    const parsed = parseInput(twice, { name: "m" });
    expect(!parsed.ok && parsed.error.fields).toEqual({ name: ["Begins with a", "Ends with z"] });
    expect(!parsed.ok && parsed.error.message).toBe("name: Begins with a");
  });

  it.each([[null], [undefined], ["text"], [[]], [{}], [{ title: "a", steps: [], more: 1 }]])(
    "refuses %j with a sentence that is not empty",
    (input) => {
      const parsed = parseInput(schema, input);
      expect(parsed).toMatchObject({ ok: false, error: { code: "invalid" } });
      expect(!parsed.ok && parsed.error.message).toMatch(/\w/);
    },
  );

  it("says where nothing is named what is wrong, without a colon before it", () => {
    const parsed = parseInput(z.string("Must be text"), 3);
    expect(!parsed.ok && parsed.error.message).toBe("Must be text");
  });
});

describe("isMemoryId", () => {
  const id = "0190a000-0000-7000-8000-00000000000f";
  it.each([
    [id, true],
    [id.toUpperCase(), true],
    ["", false],
    [` ${id}`, false],
    [`${id}\n`, false],
    [`${id}0`, false],
    [id.slice(1), false],
    [id.replaceAll("-", ""), false],
    [id.replace("f", "g"), false],
    [`{${id}}`, false],
    ["../../etc/passwd", false],
  ])("of %j is %s", (text, is) => {
    expect(isMemoryId(text)).toBe(is);
  });

  it("takes every id that is made", () => {
    for (let round = 0; round < 50; round++) expect(isMemoryId(crypto.randomUUID())).toBe(true);
  });
});

describe("previousValuesOf", () => {
  it("brings moments back as moments, and none as none", () => {
    const change = previousValuesOf({ validFrom: "2026-05-01T00:00:00.000Z", validUntil: null });
    expect(change).toEqual({ validFrom: new Date("2026-05-01T00:00:00Z"), validUntil: null });
  });

  it("brings back only what the revision replaced", () => {
    expect(previousValuesOf({})).toEqual({});
    expect(previousValuesOf({ tags: [], outcome: "failed" })).toEqual({ tags: [], outcome: "failed" });
  });

  it("keeps all of the content, whatever its type", () => {
    const content = { goal: "Rebuild", steps: ["make"] };
    expect(previousValuesOf({ content })).toEqual({ content });
  });

  it.each([
    ["a lifecycle that never was", { lifecycle: "retired" }],
    ["a text in place of tags", { tags: "git" }],
    ["a moment that is none", { validUntil: "soon" }],
    ["no object", "text"],
    ["nothing", null],
  ])("throws on %s", (_what, before) => {
    expect(() => previousValuesOf(before)).toThrow();
  });
});

describe("isCuration", () => {
  it.each([
    ["nothing", {}, true],
    ["tags and a window", { tags: ["git"], validFrom: null, validUntil: null }, true],
    ["a lifecycle with its reason", { lifecycle: "deprecated", deprecatedReason: "old" }, true],
    ["what the memory says", { content: { goal: "Rebuild", steps: ["make"] } }, false],
    ["its task beside a tag", { tags: [], task: "Fix it" }, false],
  ] as const)("of %s", (_what, change, is) => {
    expect(isCuration(change as Parameters<typeof isCuration>[0])).toBe(is);
  });
});
