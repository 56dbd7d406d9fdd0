"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent } from "react";

/** Fewer rows are all drawn: nothing is won, and the browser's own search finds them. */
const fewest = 100;

export type VirtualRows = {
  /** Of the rows to draw; `to` is the first not drawn. */
  from: number;
  to: number;
  /** Heights that stand in for the rows above and below. */
  before: number;
  after: number;
  /** Scrolls until a row is drawn and in view. */
  reveal: (index: number) => void;
};

/** Which rows of a long table to draw: those in view and some around them. */
export function useVirtualRows(
  count: number,
  rowHeight: number,
  scrollRef: RefObject<HTMLElement | null>,
): VirtualRows {
  const virtualizer = useVirtualizer({
    count,
    enabled: count >= fewest,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1000, height: 900 },
  });
  // It keeps the heights it was told first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the height changes.
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  const reveal = useEffectEvent((index: number) => virtualizer.scrollToIndex(index));
  if (count < fewest) return { from: 0, to: count, before: 0, after: 0, reveal: () => undefined };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    before: first?.start ?? 0,
    after: virtualizer.getTotalSize() - (last?.end ?? 0),
    reveal,
  };
}
