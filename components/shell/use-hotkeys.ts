"use client";
import { useEffect, useEffectEvent } from "react";
import { tinykeys } from "tinykeys";
import { isActivation, isTyping } from "./key-targets.ts";

/** A handler that returns false leaves the key to others. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/**
 * Runs a handler when its key is pressed anywhere on the page; never while typing, and never under an open dialog. Keys
 * are named as in tinykeys: "j", "Enter", "$mod+k", and "[Shift]+?" for a sign that some keyboards make with Shift.
 */
export function useHotkeys(hotkeys: Hotkeys, enabled = true): void {
  const run = useEffectEvent((name: string, event: KeyboardEvent) => {
    if (hotkeys[name]?.(event) !== false) event.preventDefault();
  });
  const names = Object.keys(hotkeys).join("\n");
  useEffect(() => {
    if (!enabled) return;
    const bindings = names
      .split("\n")
      .map((name) => [name, (event: KeyboardEvent) => run(name, event)] as const);
    return tinykeys(window, Object.fromEntries(bindings), { ignore: isForOthers });
  }, [enabled, names]);
}

function isForOthers(event: KeyboardEvent): boolean {
  const focused = document.activeElement as HTMLInputElement | null;
  return (
    event.defaultPrevented ||
    isTyping(focused) ||
    isActivation(event.key, focused) ||
    document.querySelector("[role=dialog],[role=alertdialog],[role=menu]") !== null
  );
}
