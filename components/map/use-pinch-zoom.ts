"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Point } from "./viewport.ts";

/** Zooms by pinching a trackpad or Ctrl and the wheel; the wheel alone goes on scrolling the page. */
export function usePinchZoom(
  ref: RefObject<HTMLElement | null>,
  onZoom: (factor: number, at: Point) => void,
): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = ref.current?.getBoundingClientRect();
    if (!box) return;
    onZoom(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listener = (event: WheelEvent) => onWheel(event);
    // React listens passively, and a passive listener could not keep the page from zooming.
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, [ref]);
}
