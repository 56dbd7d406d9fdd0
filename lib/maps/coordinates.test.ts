import { expect, it } from "vitest";
import { decodeCoordinates, encodeCoordinates } from "./coordinates.ts";

it("stores little-endian single precision: all x, then all y", () => {
  const bytes = encodeCoordinates(Float32Array.of(1, -2));
  expect(Buffer.from(bytes).toString("hex")).toBe("0000803f000000c0");
});

it("gives back what was stored, also from the middle of a larger buffer", () => {
  const x = [0, -1.5, 3.4e38];
  const y = [1e-40, 7, -0];
  const bytes = encodeCoordinates(Float32Array.from([...x, ...y]));
  const larger = Buffer.concat([Buffer.from("xyz"), bytes]);
  const read = decodeCoordinates(new Uint8Array(larger.buffer, larger.byteOffset + 3, bytes.length));
  expect(read).toEqual({ x: Float32Array.from(x), y: Float32Array.from(y) });
  expect(decodeCoordinates(new Uint8Array())).toEqual({ x: new Float32Array(), y: new Float32Array() });
});
