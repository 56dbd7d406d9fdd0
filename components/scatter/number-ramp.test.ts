import { describe, expect, it } from "vitest";
import { missingCode, numberDomain, quantize, rampPalette } from "./number-ramp.ts";
import { cssOf, packColor, packHex, withAlpha } from "./pack-color.ts";

describe("numberDomain", () => {
  it.each<[string, number[], boolean, [number, number]]>([
    ["the range of few values", [3, 1, 2], false, [1, 3]],
    ["missing values aside", [Number.NaN, 1, 2, Infinity], false, [1, 2]],
    ["equal values keep a width", [5, 5], false, [4.5, 5.5]],
    ["nothing", [], false, [0, 1]],
    ["zero-centered: as far below as above", [-1, 3], true, [-3, 3]],
    ["zero-centered zeros", [0, 0], true, [-1, 1]],
  ])("%s", (_why, values, zeroCentered, expected) => {
    expect(numberDomain(Float32Array.from(values), zeroCentered)).toEqual(expected);
  });
  it("is not stretched by one outlier among hundreds", () => {
    const values = Float32Array.from({ length: 500 }, (_, index) => (index === 7 ? 1e6 : index));
    expect(numberDomain(values)[1]).toBeLessThan(500);
  });
});

describe("quantize", () => {
  it("spreads the domain over the codes, clamps beyond it and marks what is missing", () => {
    const values = Float32Array.of(0, 1, 0.5, -9, 9, Number.NaN);
    expect([...quantize(values, [0, 1])]).toEqual([0, 254, 127, 0, 254, missingCode]);
  });
  it("puts zero in the middle of a zero-centered domain", () => {
    expect([...quantize(Float32Array.of(0), [-3, 3])]).toEqual([127]);
  });
});

/** Relative luminance by WCAG. */
function luminance(color: number): number {
  const part = (byte: number) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(color & 255) + 0.7152 * part((color >> 8) & 255) + 0.0722 * part((color >> 16) & 255);
}

describe("rampPalette", () => {
  it.each([
    [false, -1],
    [true, 1],
  ])("sequential, dark %s: lightness runs one way only", (dark, sign) => {
    const palette = rampPalette("sequential", dark);
    for (let code = 1; code < missingCode; code++) {
      const step = luminance(palette[code] ?? 0) - luminance(palette[code - 1] ?? 0);
      expect(sign * step).toBeGreaterThan(-1e-3);
    }
  });
  it.each([false, true])(
    "diverging, dark %s: the ends stand out from the ground more than the middle",
    (dark) => {
      const palette = rampPalette("diverging", dark);
      const ground = dark ? 0.012 : 1;
      const away = (code: number) => Math.abs(luminance(palette[code] ?? 0) - ground);
      expect(away(0)).toBeGreaterThan(away(127));
      expect(away(254)).toBeGreaterThan(away(127));
    },
  );
  it("is opaque everywhere: 0 would mean hidden", () => {
    for (const color of rampPalette("sequential", true)) expect(color >>> 24).toBe(255);
  });
});

describe("packed colors", () => {
  it("go from CSS and back", () => {
    expect(cssOf(packHex("#12abef"))).toBe("#12abef");
    expect(packHex("red")).toBe(packColor(0, 0, 0));
  });
  it("are not negative with a high alpha", () => {
    expect(packColor(1, 2, 3)).toBe(0xff030201);
    expect(withAlpha(packColor(1, 2, 3), 200)).toBe(0xc8030201);
  });
});
