import { describe, expect, it } from "vitest";
import { benchmarkColors, benchmarkStyle, themedCss } from "./benchmark-palette.ts";
import { lifecycleStyles, outcomeStyles } from "./category-styles.ts";

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const paper = [
  "Aider Polyglot",
  "AutoCodeBench",
  "CompileBench",
  "DevEval",
  "EvoEval",
  "LiveCodeBench",
  "MLGym-Bench",
  "ReplicationBench",
  "SWE-bench Verified",
  "TerminalBench2",
];

describe("benchmarkStyle", () => {
  it("gives the paper's ten benchmarks ten colors and ten shapes", () => {
    const styles = paper.map(benchmarkStyle);
    expect(new Set(styles.map((style) => style.color.light)).size).toBe(10);
    expect(new Set(styles.map((style) => style.shape)).size).toBe(10);
  });

  it.each([
    ["LiveCodeBench", "livecodebench_v6", "spelling and version do not matter"],
    ["SWE-bench Verified", "swe_bench-verified", "separators do not matter"],
    ["TerminalBench2", "Terminal-Bench 2.0", "a space and a dot do not matter"],
    ["ReplicationBench", "replibench", "short names are known"],
  ])("%s looks like %s: %s", (one, other) => {
    expect(benchmarkStyle(one)).toEqual(benchmarkStyle(other));
  });

  it("gives any other name the same pair every time", () => {
    expect(benchmarkStyle("my own suite")).toEqual(benchmarkStyle("my own suite"));
    expect(benchmarkStyle("")).toHaveProperty("shape");
  });

  it("never gives another name a pair of the paper's", () => {
    const taken = new Set(paper.map((name) => JSON.stringify(benchmarkStyle(name))));
    const names = Array.from({ length: 300 }, (_, index) => `suite ${index}`);
    expect(names.filter((name) => taken.has(JSON.stringify(benchmarkStyle(name))))).toEqual([]);
  });

  it("spreads other names over many pairs", () => {
    const names = Array.from({ length: 40 }, (_, index) => `suite ${index}`);
    expect(new Set(names.map((name) => JSON.stringify(benchmarkStyle(name)))).size).toBeGreaterThan(25);
  });
});

describe("colors", () => {
  const all = [
    ...benchmarkColors,
    ...Object.values(outcomeStyles).map((style) => style.color),
    ...Object.values(lifecycleStyles).map((style) => style.color),
  ];
  it.each(all)("$light and $dark keep 3:1 against the page", (color) => {
    expect(contrast(color.light, "#f4f5f7")).toBeGreaterThanOrEqual(3);
    expect(contrast(color.dark, "#2a2d33")).toBeGreaterThanOrEqual(3);
  });

  it("follows the theme in CSS", () => {
    expect(themedCss({ light: "#000000", dark: "#ffffff" })).toBe("light-dark(#000000, #ffffff)");
  });
});
