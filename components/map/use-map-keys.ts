"use client";
import type { KeyboardEvent } from "react";
import { type Direction, nextPoint } from "./next-point.ts";
import type { LoadedMap } from "./use-maps.ts";

const arrows: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type MapKeysInput = {
  map: LoadedMap;
  visible: Uint8Array;
  /** Index of the point with the focus, or -1. */
  focused: number;
  onFocus: (index: number) => void;
  onOpen: (id: string) => void;
  onPick: (id: string) => void;
  onClear: () => void;
  onZoom: (factor: number) => void;
  onReset: () => void;
};

/** Everything the pointer can do on a map, by keys; they act while the map has the focus. */
export function useMapKeys(input: MapKeysInput) {
  const { map, visible, focused } = input;
  const id = map.points.ids[focused];
  const actions: Record<string, (() => void) | undefined> = {
    Enter: id ? () => input.onOpen(id) : undefined,
    x: id ? () => input.onPick(id) : undefined,
    Escape: input.onClear,
    "+": () => input.onZoom(1.5),
    "=": () => input.onZoom(1.5),
    "-": () => input.onZoom(1 / 1.5),
    "0": input.onReset,
  };

  return function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key];
    const act = actions[event.key];
    if (direction) {
      const { x, y } = map.points;
      input.onFocus(nextPoint(x, y, focused, direction, (index) => visible[index] === 1));
    } else if (act) act();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
