import type { ReactNode } from "react";
import type { Area } from "./area.ts";
import type { ContourLine } from "./contour-lines.ts";
import type { ScatterLinks } from "./draw-context.ts";
import type { ScatterLook } from "./look.ts";
import type { ScatterLabel } from "./place-labels.ts";
import type { ScatterData, ScatterFocus, ScatterTool, SelectMode } from "./scatter-data.ts";
import type { Point, Size, Viewport } from "./viewport.ts";

/** Everything a plot shows and tells: it keeps nothing but the point one is at. */
export type ScatterProps = {
  /** Geometry, given once; a new object is a new plot. */
  data: ScatterData;
  /** Colors, shapes and sizes by lookup tables; keep the object while nothing of it changes. */
  look: ScatterLook;
  /** 1 = shown; null = all. */
  visible: Uint8Array | null;
  /** 1 = selected, the others step back; null = no selection. */
  selected: Uint8Array | null;
  /** The areas drawn around the selection. */
  areas: readonly Area[];
  /** Where one looks; null = at everything. */
  viewport: Viewport | null;
  onViewport: (viewport: Viewport | null) => void;
  tool: ScatterTool;
  onTool: (tool: ScatterTool) => void;
  onSelect: (area: Area, mode: SelectMode) => void;
  onClear: () => void;
  /** Adds one point to the selection or removes it. */
  onPick: (index: number) => void;
  onOpen: (index: number) => void;
  /** The point that was opened, marked for as long as it is. */
  opened?: number | null;
  onHover?: (focus: ScatterFocus | null) => void;
  /** What is shown beside the point one is at. */
  card?: (focus: ScatterFocus, at: Point, size: Size) => ReactNode;
  links?: ScatterLinks | null;
  labels?: readonly ScatterLabel[];
  contours?: readonly ContourLine[];
  /** What is on it, spoken: "Map of 431 insight memories". */
  label: string;
  /** Asks for the page's colors anew. */
  theme: "light" | "dark";
  /** The wheel zooms; else it goes on scrolling the page. */
  wheel: boolean;
  /** Fills the page, so that a finger draws; else it scrolls. */
  large: boolean;
  className?: string;
};
