"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Point } from "./viewport.ts";

/**
 * Zooms by the wheel, by pinching a trackpad (which comes as Ctrl and the wheel) and by Cmd and the wheel.
 * @param plain whether the wheel alone zooms too, or goes on scrolling the page
 */
export function useWheelZoom(
  ref: RefObject<HTMLElement | null>,
  plain: boolean,
  onZoom: (factor: number, at: Point) => void,
): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    const pinched = event.ctrlKey || event.metaKey;
    const box = ref.current?.getBoundingClientRect();
    if (!box || !(plain || pinched)) return;
    event.preventDefault();
    // Firefox may count lines. A pinch sends many small steps.
    const step = event.deltaY * (event.deltaMode === 1 ? 16 : 1) * (pinched ? 3 : 1);
    const factor = Math.exp(-Math.min(200, Math.max(-200, step)) / 500);
    onZoom(factor, { x: event.clientX - box.left, y: event.clientY - box.top });
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listener = (event: WheelEvent) => onWheel(event);
    // React listens passively, and a passive listener could not keep the page from scrolling.
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, [ref]);
}
