import { describe, expect, it } from "vitest";
import { rampCss } from "./ramp-css.ts";

describe("rampCss", () => {
  it("names the colors of both themes for every step, so that neither theme shows the other's ramp", () => {
    const { gradient, missing } = rampCss("sequential");
    expect(gradient.match(/light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)/g)).toHaveLength(24);
    expect(gradient).toContain("light-dark(#84c9bf, #4a5599)");
    expect(gradient).toContain("light-dark(#2b1a5a, #f5f2a4)");
    expect(missing).toBe("light-dark(#d4d6da, #4a4e55)");
  });

  it("has the middle of a diverging ramp in the middle", () => {
    const colors = rampCss("diverging").gradient.match(/light-dark\([^)]*\)/g) ?? [];
    expect(colors[0]).toBe("light-dark(#8f2c05, #ffb28a)");
    expect(colors.at(-1)).toBe("light-dark(#0a4580, #a8d6ff)");
  });
});
