"use client";
import { useEffect, useEffectEvent } from "react";
import { type Hotkeys, matchHotkey } from "./match-hotkey.ts";

/**
 * Runs a handler when its key is pressed anywhere on the page; never while typing, and never under
 * an open dialog. Keys are named as in `matchHotkey`: "j", "Enter", "mod+k", "?", "shift+ArrowDown".
 */
export function useHotkeys(hotkeys: Hotkeys, enabled = true): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const handler = matchHotkey(hotkeys, event, document.activeElement);
    if (!handler || document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
    event.preventDefault();
    handler(event);
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, [enabled]);
}
