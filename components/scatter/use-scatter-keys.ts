"use client";
import type { KeyboardEvent } from "react";
import { type Direction, nextPoint } from "./next-point.ts";
import type { ScatterData, ScatterTool } from "./scatter-data.ts";

const arrows: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const toolKeys: Record<string, ScatterTool> = { p: "pan", r: "rectangle", l: "lasso" };

type ScatterKeysInput = {
  data: ScatterData;
  visible: Uint8Array | null;
  /** Index of the point with the focus, or -1. */
  focused: number;
  onFocus: (index: number) => void;
  onOpen: (index: number) => void;
  onPick: (index: number) => void;
  onClear: () => void;
  onZoom: (factor: number) => void;
  onReset: () => void;
  onTool: (tool: ScatterTool) => void;
};

/** Everything the pointer can do, by keys; they act while the plot has the focus. */
export function useScatterKeys(input: ScatterKeysInput) {
  const { data, visible, focused } = input;
  const actions: Record<string, (() => void) | undefined> = {
    Enter: focused < 0 ? undefined : () => input.onOpen(focused),
    x: focused < 0 ? undefined : () => input.onPick(focused),
    Escape: input.onClear,
    "+": () => input.onZoom(1.5),
    "=": () => input.onZoom(1.5),
    "-": () => input.onZoom(1 / 1.5),
    "0": input.onReset,
  };

  return function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key];
    const tool = toolKeys[event.key.toLowerCase()];
    const act = actions[event.key];
    if (direction) input.onFocus(nextPoint(data.x, data.y, focused, direction, visible));
    else if (tool) input.onTool(tool);
    else if (act) act();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
