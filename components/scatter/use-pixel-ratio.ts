"use client";
import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  // The query holds for one ratio; moving to another screen or zooming the page ends it.
  let list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const listen = () => {
    list.removeEventListener("change", listen);
    list = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    list.addEventListener("change", listen);
    onChange();
  };
  list.addEventListener("change", listen);
  return () => list.removeEventListener("change", listen);
}

/** Device pixels a CSS pixel, followed as it changes. */
export function usePixelRatio(): number {
  return useSyncExternalStore(
    subscribe,
    () => window.devicePixelRatio,
    () => 1,
  );
}
