import { type PackedColor, packColor, packHex } from "./pack-color.ts";

/** The code of a value that is not there; the others are 0 to 254. */
export const missingCode = 255;
const steps = missingCode;

export type Domain = readonly [low: number, high: number];

/**
 * The range a ramp spans, its ends moved in past the outermost hundredth on either side, so that one outlier does not
 * make all others alike. Zero-centered: as far below 0 as above.
 * @returns [0, 1] without a finite value, and a range of some width for equal ones
 */
export function numberDomain(values: Float32Array, zeroCentered = false): Domain {
  const finite = values.filter(Number.isFinite).sort();
  const at = (share: number) => finite[Math.round(share * (finite.length - 1))] ?? 0;
  if (finite.length === 0) return zeroCentered ? [-1, 1] : [0, 1];
  const [low, high] = [at(0.01), at(0.99)];
  if (zeroCentered) {
    const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
    return [-reach, reach];
  }
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

/** Values as codes of a ramp: ends included, beyond them clamped, `missingCode` for what is not finite. */
export function quantize(values: Float32Array, [low, high]: Domain): Uint8Array {
  const codes = new Uint8Array(values.length);
  const perUnit = (steps - 1) / (high - low);
  for (let index = 0; index < values.length; index++) {
    const code = Math.round(((values[index] as number) - low) * perUnit);
    codes[index] = Number.isNaN(code) ? missingCode : Math.min(steps - 1, Math.max(0, code));
  }
  return codes;
}

/** Lightness runs one way, so that the order shows without color; each end keeps apart from its ground. */
const stops = {
  sequential: {
    light: ["#84c9bf", "#2f8fa8", "#2a4f96", "#2b1a5a"],
    dark: ["#4a5599", "#3f8fc4", "#6fd0b8", "#f5f2a4"],
  },
  diverging: {
    light: ["#8f2c05", "#d9763a", "#b4b4b4", "#4c93cf", "#0a4580"],
    dark: ["#ffb28a", "#d9763a", "#666b73", "#4c93cf", "#a8d6ff"],
  },
} as const;
export type RampKind = keyof typeof stops;

/** The 256 colors of a ramp by code, the last for missing values. */
export function rampPalette(kind: RampKind, dark: boolean): Uint32Array {
  const palette = new Uint32Array(steps + 1);
  const colors = stops[kind][dark ? "dark" : "light"].map(packHex);
  for (let code = 0; code < steps; code++) palette[code] = between(colors, code / (steps - 1));
  palette[missingCode] = packHex(dark ? "#4a4e55" : "#d4d6da");
  return palette;
}

function between(colors: readonly PackedColor[], share: number): PackedColor {
  const position = share * (colors.length - 1);
  const left = Math.min(colors.length - 2, Math.floor(position));
  const part = position - left;
  const [from, to] = [colors[left] ?? 0, colors[left + 1] ?? 0];
  const mix = (shift: number) =>
    Math.round(((from >> shift) & 255) * (1 - part) + ((to >> shift) & 255) * part);
  return packColor(mix(0), mix(8), mix(16));
}
