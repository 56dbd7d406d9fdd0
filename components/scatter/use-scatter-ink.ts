"use client";
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { ScatterInk } from "./draw-context.ts";
import { type PackedColor, packColor } from "./pack-color.ts";

const queries = ["(forced-colors: active)", "(prefers-contrast: more)"];

function subscribe(onChange: () => void): () => void {
  const lists = queries.map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener("change", onChange);
  return () => {
    for (const list of lists) list.removeEventListener("change", onChange);
  };
}
const isStrongNow = () => queries.some((query) => window.matchMedia(query).matches);

export type PlotInk = ScatterInk & { ground: PackedColor; strong: boolean };

/**
 * The colors around the points as the page has them now. Where the system forces colors the plot keeps its own ground,
 * as the colors of the points are chosen for it; then, and where more contrast is asked for, nothing is translucent.
 * @param theme asked anew when it changes
 */
export function useScatterInk(ref: RefObject<HTMLElement | null>, theme: string): PlotInk | null {
  const strong = useSyncExternalStore(subscribe, isStrongNow, () => false);
  const [ink, setInk] = useState<PlotInk | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the tokens are.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = () => setInk({ ...readTokens(element), strong });
    read();
    // A change of theme reaches this component before the page's class, and with it the tokens, has changed.
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ["class"] });
    return () => observer.disconnect();
  }, [ref, theme, strong]);
  return ink;
}

function readTokens(element: HTMLElement): Omit<PlotInk, "strong"> {
  const style = getComputedStyle(element);
  const token = (name: string, plain: string) => style.getPropertyValue(name).trim() || plain;
  const surface = token("--surface", "#ffffff");
  return {
    surface,
    foreground: token("--foreground", "#22262e"),
    accent: token("--accent", "#235aa8"),
    ground: packCss(surface),
  };
}

/** Any CSS color as the browser understands it. */
function packCss(color: string): PackedColor {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return packColor(255, 255, 255);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 255, green = 255, blue = 255] = context.getImageData(0, 0, 1, 1).data;
  return packColor(red, green, blue);
}
