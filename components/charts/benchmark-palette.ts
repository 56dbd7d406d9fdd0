import { type ShapeName, shapeNames } from "./shapes.ts";

/** One color in both themes; each keeps 3:1 against its background. */
export type ThemedColor = { light: string; dark: string };

/**
 * Ten colors that stay apart in the common color-vision deficiencies by hue and lightness together
 * (after Okabe and Ito, and Tol), darkened or lightened until each is visible as a small mark.
 */
export const benchmarkColors: readonly ThemedColor[] = [
  { light: "#0072b2", dark: "#4da3e0" },
  { light: "#d55e00", dark: "#f28e4b" },
  { light: "#00876c", dark: "#35c4a0" },
  { light: "#aa4499", dark: "#e08ad4" },
  { light: "#8c7300", dark: "#dcc24a" },
  { light: "#2f8fc4", dark: "#9adcf7" },
  { light: "#882255", dark: "#e8718f" },
  { light: "#332288", dark: "#9a8cf0" },
  { light: "#0f5d2c", dark: "#7fbf5b" },
  { light: "#6b6b6b", dark: "#bdbdbd" },
];

/** The paper's ten source benchmarks keep these slots, in alphabetical order, whatever the pool holds. */
const knownSlots: readonly [RegExp, number][] = [
  [/^aider/, 0],
  [/^autocodebench/, 1],
  [/^compilebench/, 2],
  [/^deveval/, 3],
  [/^evoeval/, 4],
  [/^livecodebench|^lcb/, 5],
  [/^mlgym/, 6],
  [/^replicationbench|^replib/, 7],
  [/^swebench|^sweb/, 8],
  [/^terminalbench|^tb2?$/, 9],
];

export type BenchmarkStyle = { color: ThemedColor; shape: ShapeName };

/** FNV-1a, 32 bits: spreads short names well and is the same everywhere. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * Color and shape of a benchmark, by its name alone: the same on every page, machine and pool.
 * The paper's benchmarks have fixed pairs; any other name gets one of the ninety other pairs by its hash.
 */
export function benchmarkStyle(name: string): BenchmarkStyle {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const known = knownSlots.find(([pattern]) => pattern.test(plain));
  const hash = hashName(plain);
  const colorSlot = known ? known[1] : hash % 10;
  // One of the nine shapes that the paper's benchmark of this color does not have.
  const shapeSlot = known ? known[1] : (colorSlot + 1 + (Math.floor(hash / 10) % 9)) % 10;
  return {
    color: benchmarkColors[colorSlot] ?? { light: "#6b6b6b", dark: "#bdbdbd" },
    shape: shapeNames[shapeSlot] ?? "circle",
  };
}

/** A CSS color that follows the theme by itself. */
export function themedCss(color: ThemedColor): string {
  return `light-dark(${color.light}, ${color.dark})`;
}
