"use client";
import { useSyncExternalStore } from "react";

// As `lg:` in styles.
const query = "(min-width: 64rem)";

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}

/** Whether panels have room beside the map; the server, which does not know, takes it for so. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  );
}
