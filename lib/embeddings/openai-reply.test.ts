import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "#lib/shared/random.ts";
import { readReply } from "./openai-reply.ts";

const body = (...vectors: unknown[]) => ({ data: vectors.map((embedding, index) => ({ index, embedding })) });
const answersOf = (reply: unknown, count: number, dimensions = 0) => {
  const read = readReply(reply, count, dimensions);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

describe("the vectors of a reply", () => {
  it("belong to the text of their number, in whichever order they come", () => {
    const random = seededRandom(9);
    const vectors = Array.from({ length: 50 }, (_, i) => [i + 1, random(), -random()]);
    for (let round = 0; round < 20; round++) {
      const data = shuffled(
        vectors.map((embedding, index) => ({ index, embedding })),
        random,
      );
      expect(answersOf({ data }, 50)).toEqual(vectors.map((vector) => Float32Array.from(vector)));
    }
  });

  it("are none where nothing was sent", () => {
    expect(answersOf({ data: [] }, 0)).toEqual([]);
  });

  it("come beside fields that nobody asked for", () => {
    const data = [{ index: 0, embedding: [1], object: "embedding", extra: null }];
    expect(answersOf({ data, model: "m", usage: {} }, 1)).toEqual([Float32Array.of(1)]);
  });

  it.each([
    ["no list", "base64==", "the server sent no list of numbers for it"],
    ["nothing", null, "the server sent no list of numbers for it"],
    ["an empty list", [], "the server sent no list of numbers for it"],
    ["a text among numbers", [1, "2"], "its vector holds something other than numbers"],
    ["null among numbers, as JSON writes NaN", [1, null], "its vector holds something other than numbers"],
    ["a number too large for 32 bits", [1, 1e39], "its vector holds a number that is not finite"],
    ["zeros", [0, -0], "its vector is all zeros: it has no direction to compare"],
    [
      "numbers too small for 32 bits",
      [1e-60, 1e-50],
      "its vector is all zeros: it has no direction to compare",
    ],
    ["far too many numbers", new Array(16_001).fill(1), "the server sent 16001 numbers for it"],
  ])("fail for one text alone that got %s", (_what, embedding, why) => {
    expect(answersOf(body([3, 4], embedding), 2)).toEqual([Float32Array.of(3, 4), why]);
  });
});

describe("a reply as a whole is of no use", () => {
  it.each([
    ["no object", "hello", 1, "something other than a list of vectors"],
    ["nothing", null, 1, "something other than a list of vectors"],
    ["no list", { data: {} }, 1, "something other than a list of vectors"],
    [
      "an index as a text",
      { data: [{ index: "0", embedding: [1] }] },
      1,
      "something other than a list of vectors",
    ],
    ["one vector too many", body([1], [2]), 1, "numbered a vector 1 where 1 texts were sent"],
    ["one too few", body([1]), 2, "sent 1 vectors for 2 texts"],
    [
      "an index twice",
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 0, embedding: [1] },
        ],
      },
      2,
      "sent two vectors with the number 0",
    ],
    ["two lengths", body([1, 2], [1]), 2, "sent vectors of 2 and 1 numbers"],
  ])("with %s", (_what, reply, count, why) => {
    expect(readReply(reply, count, 0)).toMatchObject({
      ok: false,
      error: { code: "unavailable", message: expect.stringContaining(why) },
    });
  });

  it("where the model behind the name is another one now", () => {
    expect(readReply(body([1, 2, 3]), 1, 2)).toMatchObject({
      error: { message: "changed from 2 to 3 dimensions: it serves another model now" },
    });
    expect(readReply(body([1, 2]), 1, 2).ok).toBe(true);
  });

  it("but not where no vector came that could tell a length", () => {
    expect(answersOf(body(null, "x"), 2, 8)).toHaveLength(2);
  });
});
