import { describe, expect, it } from "vitest";
import {
  categoryColumn,
  decodeMap,
  encodeMap,
  type MapPoints,
  mapAddress,
  unknownNumbers,
} from "./map-binary.ts";

function pointsOf(benchmarks: readonly string[]): MapPoints {
  const constant = (value: string) => categoryColumn(benchmarks.map(() => value));
  return {
    x: Float32Array.from(benchmarks, (_, index) => index + 0.5),
    y: Float32Array.from(benchmarks, (_, index) => -index),
    ids: benchmarks.map((_, index) => `0190a000-0000-7000-8000-${String(index).padStart(12, "0")}`),
    placed: Uint8Array.from(benchmarks, (_, index) => index % 2),
    categories: {
      type: constant("insight"),
      benchmark: categoryColumn(benchmarks),
      outcome: constant("unknown"),
      lifecycle: constant("active"),
      generator: constant("(unknown)"),
      tags: constant("(none)"),
      placement: constant("(laid out)"),
      verdict: constant("unclear"),
    },
    numbers: {
      ...unknownNumbers(benchmarks.length),
      lisi: Float32Array.from(benchmarks, (_, index) => index / 4),
    },
  };
}

describe("encodeMap and decodeMap", () => {
  it.each([
    ["no points", []],
    ["one point", ["DevEval"]],
    ["names of other scripts, and an odd count", ["Größe", "基准", "DevEval"]],
    ["many points", Array.from({ length: 1001 }, (_, index) => `b${index % 7}`)],
  ])("bring back %s", (_why, benchmarks) => {
    const points = pointsOf(benchmarks);
    expect(decodeMap(encodeMap(points).buffer)).toEqual(points);
  });

  it("bring back every digit of an id, in lower case", () => {
    const ids = ["fedcba98-7654-3210-0123-456789abcdef", "FEDCBA98-7654-3210-0123-456789ABCDEF"];
    const decoded = decodeMap(encodeMap({ ...pointsOf(["a", "b"]), ids }).buffer).ids;
    expect(decoded).toEqual([ids[0], ids[0]]);
  });

  it("keep an unknown number unknown", () => {
    const { numbers } = decodeMap(encodeMap(pointsOf(["a", "b"])).buffer);
    expect([...numbers.effect]).toEqual([Number.NaN, Number.NaN]);
    expect([...numbers.lisi]).toEqual([0, 0.25]);
  });

  it("take 73 bytes a point beside the header", () => {
    const size = (count: number) => encodeMap(pointsOf(Array.from({ length: count }, () => "b"))).length;
    expect(size(2100) - size(1100)).toBe(73_000);
  });

  it.each([
    ["nothing", 0],
    ["half a header", 20],
    ["all but the last byte", -1],
  ])("refuse %s with a sentence", (_why, length) => {
    const bytes = encodeMap(pointsOf(["a", "b", "c"]));
    const cut = bytes.buffer.slice(0, length < 0 ? bytes.length + length : length);
    expect(() => decodeMap(cut)).toThrow(/cut short/);
  });
});

describe("categoryColumn", () => {
  it("codes names in alphabetical order", () => {
    expect(categoryColumn(["b", "a", "b"])).toEqual({ names: ["a", "b"], codes: Uint8Array.of(1, 0, 1) });
  });
  it("puts what does not fit a byte under other", () => {
    const column = categoryColumn(
      Array.from({ length: 300 }, (_, index) => `name ${String(index).padStart(3, "0")}`),
    );
    expect(column.names).toHaveLength(255);
    expect(column.names[column.codes[299] ?? 0]).toBe("other");
    expect(column.names[column.codes[253] ?? 0]).toBe("name 253");
  });
});

it("asks for a map, and for one laid onto another, packed", () => {
  expect(mapAddress("a")).toBe("/api/projections/a?gzip");
  expect(mapAddress("a?alignTo=b")).toBe("/api/projections/a?alignTo=b&gzip");
});
