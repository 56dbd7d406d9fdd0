import { themedCss } from "#components/charts/benchmark-palette.ts";
import { missingCode, type RampKind, rampPalette } from "#components/scatter/number-ramp.ts";
import { cssOf } from "#components/scatter/pack-color.ts";

const swatches = 24;

/**
 * A ramp as CSS that follows the theme by itself. The server does not know the reader's theme, and the browser keeps
 * the styles that it sent: a ramp of one theme would stay where the other is read.
 */
export function rampCss(kind: RampKind): { gradient: string; missing: string } {
  const palettes = { light: rampPalette(kind, false), dark: rampPalette(kind, true) };
  const colorAt = (code: number) =>
    themedCss({ light: cssOf(palettes.light[code] ?? 0), dark: cssOf(palettes.dark[code] ?? 0) });
  const colors = Array.from({ length: swatches }, (_, index) =>
    colorAt(Math.round((index / (swatches - 1)) * (missingCode - 1))),
  );
  return { gradient: `linear-gradient(to right, ${colors.join(", ")})`, missing: colorAt(missingCode) };
}
