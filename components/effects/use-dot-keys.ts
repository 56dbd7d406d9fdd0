"use client";
import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from "react";
import { type Direction, nextPoint } from "#components/scatter/next-point.ts";
import type { EffectDot } from "./effect-dots.ts";

const arrows: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type DotKeysInput = {
  dots: readonly EffectDot[];
  chosen: string | null;
  /** The dot that is pointed at or has the focus. */
  onFocus: (id: string | null) => void;
  onChoose: (id: string) => void;
  onPick: (id: string) => void;
};

/**
 * What pointer and keys do on the dots, listened for around all of them. Tab leads to one dot: the last that had the
 * focus, else the chosen one, else the most prominent; arrows lead to the nearest that way.
 */
export function useDotKeys({ dots, chosen, onFocus, onChoose, onPick }: DotKeysInput) {
  const [last, setLast] = useState<string | null>(null);
  const [x, y] = useMemo(
    () => [Float32Array.from(dots, (dot) => dot.x), Float32Array.from(dots, (dot) => dot.y)],
    [dots],
  );
  const stop = [last, chosen].find((id) => dots.some((dot) => dot.id === id)) ?? dots.at(-1)?.id ?? null;
  const dotOf = (event: SyntheticEvent) => dots[indexOf(event.target as Element)];

  function onKeyDown(event: KeyboardEvent<Element>) {
    const dot = dotOf(event);
    if (!dot || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key];
    if (direction) {
      const next = nextPoint(x, y, dots.indexOf(dot), direction, null);
      event.currentTarget.querySelector<SVGGElement>(`[data-dot="${next}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") onChoose(dot.id);
    else if (event.key === "x") onPick(dot.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    stop,
    handlers: {
      onKeyDown,
      onPointerOver: (event: SyntheticEvent) => onFocus(dotOf(event)?.id ?? null),
      onPointerLeave: () => onFocus(null),
      onFocus: (event: SyntheticEvent) => {
        const id = dotOf(event)?.id ?? null;
        setLast(id);
        onFocus(id);
      },
      onBlur: () => onFocus(null),
      onClick: (event: SyntheticEvent) => {
        const dot = dotOf(event);
        if (dot) onChoose(dot.id);
      },
    },
  };
}

function indexOf(target: Element): number {
  return Number(target.closest("[data-dot]")?.getAttribute("data-dot") ?? -1);
}
