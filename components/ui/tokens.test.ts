import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** The opaque OKLCH tokens of one rule, e.g. ":root" or ".dark". */
function tokensOf(selector: string): Record<string, [number, number, number]> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  const found = block.matchAll(/--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return Object.fromEntries([...found].map(([, name, l, c, h]) => [name, [Number(l), Number(c), Number(h)]]));
}

/** Relative luminance of an OKLCH color (Ottosson's matrices; the middle row of linear sRGB to XYZ). */
function luminance([l, c, h]: [number, number, number]): number {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

it("measures contrast as WCAG does", () => {
  expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 3);
  // #767676 on white is the textbook 4.54.
  expect(contrast([0.5659, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});

describe.each([":root", ".dark"])("%s", (selector) => {
  const tokens = tokensOf(selector);
  const ratio = (text: string, ground: string) =>
    contrast(tokens[text] ?? [0, 0, 0], tokens[ground] ?? [0, 0, 0]);
  const grounds = ["background", "surface", "sunken"];
  const texts = ["foreground", "muted", "accent", "good", "bad", "warn"];

  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "keeps %s legible on %s (4.5:1)",
    (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["good", "good-soft"],
    ["bad", "bad-soft"],
    ["warn", "warn-soft"],
    ["accent", "accent-soft"],
    ["foreground", "accent-soft"],
    ["foreground", "warn-soft"],
    ["foreground", "bad-soft"],
    ["muted", "accent-soft"],
    ["on-accent", "accent"],
    ["on-accent", "accent-hover"],
  ])("keeps %s legible on %s (4.5:1)", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("keeps the edges of controls visible on %s (3:1)", (ground) => {
    expect(ratio("line-strong", ground)).toBeGreaterThanOrEqual(3);
  });
});
