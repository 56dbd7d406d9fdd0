import { expect, it } from "vitest";
import { toReadableStream } from "./to-readable-stream.ts";

it("hands chunks over as bytes, made when they are asked for", async () => {
  let made = 0;
  async function* chunks() {
    for (const text of ["é", "b"]) {
      made += 1;
      yield text;
    }
  }
  const reader = toReadableStream(chunks()).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("é");
  expect(made).toBeLessThanOrEqual(2);
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("b");
  expect((await reader.read()).done).toBe(true);
});

it("ends the chunks when the reader leaves", async () => {
  const ended: string[] = [];
  async function* chunks() {
    try {
      for (;;) yield "x";
    } finally {
      ended.push("chunks");
    }
  }
  const reader = toReadableStream(chunks(), () => ended.push("told")).getReader();
  await reader.read();
  await reader.cancel();
  expect(ended).toEqual(["told", "chunks"]);
});
