"use client";
import { type RefObject, useLayoutEffect, useState } from "react";
import type { Size } from "./viewport.ts";

/** The size of an element in CSS pixels, followed as it changes; 0 x 0 until it is known. */
export function useElementSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // Asked at once, so that the first picture need not wait for the observer.
    setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
