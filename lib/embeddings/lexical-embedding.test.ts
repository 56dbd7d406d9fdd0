import { describe, expect, test } from "vitest";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { lexicalFeatures } from "./lexical-features.ts";
import { createLexicalProvider } from "./lexical-provider.ts";

function cosine(a: string, b: string): number {
  const x = lexicalEmbedding(a);
  const y = lexicalEmbedding(b);
  return x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
}

describe("lexicalEmbedding", () => {
  test.each([
    { text: "Run the failing test before and after the patch", why: "plain words" },
    { text: "", why: "nothing" },
    { text: "   ", why: "only blanks" },
    { text: "?!…", why: "only punctuation" },
    { text: "the of and", why: "only stop words" },
    { text: "検証してから提出する", why: "no spaces between words" },
    { text: "x".repeat(100_000), why: "far too long" },
  ])("gives 256 finite numbers of length 1, twice the same: $why", ({ text }) => {
    const vector = lexicalEmbedding(text);
    expect(vector).toHaveLength(256);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(lexicalEmbedding(text)).toEqual(vector);
  });

  test("never changes: the space is stored under its name", () => {
    const vector = lexicalEmbedding("Validate inputs at the boundary");
    expect([...vector.subarray(0, 6)].map((value) => Number(value.toFixed(5)))).toMatchInlineSnapshot(`
      [
        0.10758,
        -0.09527,
        -0.02815,
        0,
        -0.01323,
        -0.05702,
      ]
    `);
  });

  test.each([
    {
      near: ["Write a regression test first", "Start with a regression test"],
      far: ["Write a regression test first", "Pin the compiler version in the image"],
      why: "shared words",
    },
    {
      near: ["validating the input schema", "validate input schemas"],
      far: ["validating the input schema", "profile the hot loop"],
      why: "other endings of the same words",
    },
    {
      near: ["parseHttpResponse fails", "parse_http_response"],
      far: ["parseHttpResponse fails", "install missing package"],
      why: "identifiers in two spellings",
    },
    {
      near: ["the a of run tests", "run tests"],
      far: ["the a of run tests", "the a of build wheels"],
      why: "stop words hardly count",
    },
  ])("is closer for $why", ({ near, far }) => {
    expect(cosine(near[0] as string, near[1] as string)).toBeGreaterThan(
      cosine(far[0] as string, far[1] as string) + 0.2,
    );
  });

  test("unrelated texts are about orthogonal", () => {
    const texts = [
      "compile the kernel",
      "merge sorted arrays quickly",
      "timezone aware timestamps",
      "train a small classifier",
    ];
    const others = texts.flatMap((a, i) => texts.slice(i + 1).map((b) => Math.abs(cosine(a, b))));
    expect(Math.max(...others)).toBeLessThan(0.25);
  });
});

describe("lexicalFeatures", () => {
  test("repeats count sublinearly", () => {
    const weight = (text: string) => lexicalFeatures(text).find(({ key }) => key === "w cache")?.weight ?? 0;
    expect(weight("cache cache cache cache") / weight("cache")).toBeCloseTo(1 + Math.log(4), 10);
  });
});

describe("the lexical provider", () => {
  test("keeps the order and reports progress", async () => {
    const seen: number[] = [];
    const texts = Array.from({ length: 150 }, (_, i) => `text number ${i}`);
    const reply = await createLexicalProvider().embed(texts, { onProgress: (done) => seen.push(done) });
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.vectors[149]).toEqual(lexicalEmbedding("text number 149"));
    expect(seen).toEqual([64, 128, 150]);
  });

  test("stops when asked to", async () => {
    const signal = AbortSignal.abort(new Error("canceled"));
    await expect(createLexicalProvider().embed(["a"], { signal })).rejects.toThrow("canceled");
  });
});
