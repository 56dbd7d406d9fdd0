"use client";
import { useTheme } from "next-themes";
import { useMemo } from "react";
import type { CategoryColumn } from "#lib/projections/map-binary.ts";
import type { MapColor } from "#lib/projections/map-search-params.ts";
import { categoryLook } from "./category-look.ts";
import type { MapInk } from "./draw-overlay.ts";
import type { Pixels } from "./pixels.ts";
import { makeSprite, markRadius } from "./sprites.ts";
import type { Size } from "./viewport.ts";

/** The marks of one category column and the colours around them, made anew when theme, size or colouring changes. */
export function useSprites(
  column: CategoryColumn,
  color: MapColor,
  size: Size,
): { sprites: Pixels[]; ink: MapInk } {
  const { resolvedTheme } = useTheme();
  const dark = resolvedTheme === "dark";
  const radius = markRadius(column.codes.length, size);
  return useMemo(() => {
    if (typeof window === "undefined")
      return { sprites: [], ink: { foreground: "", accent: "", surface: "" } };
    // The theme's class is on <html> by the time an effect or a later render asks.
    const ink: MapInk = dark
      ? { foreground: "#e8eaee", accent: "#7db4f0", surface: "#1c1f24" }
      : { foreground: "#22262e", accent: "#235aa8", surface: "#ffffff" };
    const sprites = column.names.map((name) => {
      const look = categoryLook(color, name);
      const fill = dark ? look.color.dark : look.color.light;
      return makeSprite(look.shape, fill, ink.surface, radius, window.devicePixelRatio);
    });
    return { sprites, ink };
  }, [column, color, dark, radius]);
}
