"use client";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import { type ScatterLook, sizeFactors } from "#components/scatter/look.ts";
import { cssOf } from "#components/scatter/pack-color.ts";
import type { MapInk } from "./draw-overlay.ts";
import type { Pixels } from "./pixels.ts";
import { makeSprite, markRadius } from "./sprites.ts";
import type { Size } from "./viewport.ts";

type Sprites = { codes: Uint16Array; sprites: Pixels[]; ink: MapInk };

/** One mark for each colour, shape and size that occur together, and which of them each point has. */
export function useSprites(look: ScatterLook, size: Size): Sprites {
  const { resolvedTheme } = useTheme();
  const dark = resolvedTheme === "dark";
  const radius = markRadius(look.color.codes.length, size);
  return useMemo(() => {
    if (typeof window === "undefined")
      return { codes: new Uint16Array(), sprites: [], ink: { foreground: "", accent: "", surface: "" } };
    const ink: MapInk = dark
      ? { foreground: "#e8eaee", accent: "#7db4f0", surface: "#1c1f24" }
      : { foreground: "#22262e", accent: "#235aa8", surface: "#ffffff" };
    const { color, shape, sizeCodes } = look;
    const spriteOf = new Map<number, number>();
    const sprites: Pixels[] = [];
    const codes = Uint16Array.from(color.codes, (colorCode, index) => {
      const [shapeCode, sizeCode] = [shape?.codes[index] ?? 0, sizeCodes?.[index] ?? 1];
      const key = (colorCode * 256 + shapeCode) * 4 + sizeCode;
      const known = spriteOf.get(key);
      if (known !== undefined) return known;
      spriteOf.set(key, sprites.length);
      const fill = cssOf(color.palette[colorCode] ?? 0);
      const factor = sizeFactors[sizeCode] ?? 1;
      const name = shape?.names[shapeCode] ?? "circle";
      return sprites.push(makeSprite(name, fill, ink.surface, radius * factor, window.devicePixelRatio)) - 1;
    });
    return { codes, sprites, ink };
  }, [look, dark, radius]);
}
