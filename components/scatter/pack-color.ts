/**
 * Colors as one number each, bytes red, green, blue, alpha from the low end: as ImageData lies in memory on the
 * little-endian machines that run browsers.
 */
export type PackedColor = number;

export function packColor(red: number, green: number, blue: number, alpha = 255): PackedColor {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** @param hex "#rrggbb"; anything else is black. */
export function packHex(hex: string): PackedColor {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return packColor(value >> 16, (value >> 8) & 255, value & 255);
}

/** For CSS and SVG. */
export function cssOf(color: PackedColor): string {
  return `#${[color & 255, (color >> 8) & 255, (color >> 16) & 255].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** `color` with another alpha, 0 to 255. */
export function withAlpha(color: PackedColor, alpha: number): PackedColor {
  return ((color & 0xffffff) | (alpha << 24)) >>> 0;
}
