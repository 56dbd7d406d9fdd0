"use client";
import { type RefObject, useState } from "react";
import type { ScatterFocus } from "./scatter-data.ts";
import type { ScatterProps } from "./scatter-props.ts";
import { useScatterKeys } from "./use-scatter-keys.ts";
import { useScatterPointer } from "./use-scatter-pointer.ts";
import { useScatterView } from "./use-scatter-view.ts";
import { useWheelZoom } from "./use-wheel-zoom.ts";
import type { Size } from "./viewport.ts";

/** What pointer, wheel and keys do to a plot, and the point one is at. */
export function useScatterInteraction(
  props: ScatterProps,
  frameRef: RefObject<HTMLElement | null>,
  size: Size,
) {
  const { data, visible, onOpen, onPick } = props;
  const view = useScatterView(data.grid, size, props.viewport, props.onViewport);
  const [stored, setStored] = useState<ScatterFocus | null>(null);
  // A point that is hidden or gone since is no place to be at.
  const focus = stored && stored.index < data.x.length && visible?.[stored.index] !== 0 ? stored : null;
  const placeOf = (index: number) => ({ x: data.x[index] ?? 0, y: data.y[index] ?? 0 });

  function focusOn(next: ScatterFocus | null) {
    if (next?.index === stored?.index && next?.by === stored?.by) return;
    setStored(next);
    props.onHover?.(next);
  }
  const { drawing, handlers } = useScatterPointer({
    grid: data.grid,
    visible,
    viewport: view.viewport,
    size,
    tool: props.tool,
    onPan: view.pan,
    onZoom: view.zoom,
    onHover: (index) => focusOn(index < 0 ? null : { index, by: "mouse" }),
    onSelect: props.onSelect,
    onClick: (index, event) => {
      if (index < 0) focusOn(null);
      else if (event.shiftKey || event.ctrlKey || event.metaKey) onPick(index);
      else onOpen(index);
    },
  });
  const onKeyDown = useScatterKeys({
    data,
    visible,
    focused: focus?.index ?? -1,
    onFocus: (index) => {
      if (index < 0) return;
      focusOn({ index, by: "keys" });
      view.reveal(placeOf(index));
    },
    onOpen,
    onPick,
    onClear: props.onClear,
    onZoom: view.zoom,
    onReset: view.reset,
    onTool: props.onTool,
  });
  useWheelZoom(frameRef, props.wheel, view.zoom);
  const onBlur = () => {
    if (focus?.by === "keys") focusOn(null);
  };
  return {
    view,
    focus,
    at: focus ? placeOf(focus.index) : null,
    drawing,
    handlers: { ...handlers, onKeyDown, onBlur },
  };
}
