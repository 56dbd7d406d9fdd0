import { markOf, type PointInk, plainMark } from "./look.ts";
import type { PackedColor } from "./pack-color.ts";
import type { PointGrid } from "./point-grid.ts";
import { makeStamp, type Stamp } from "./stamp.ts";

/** Pixels with a margin on every side, so that a mark at the edge needs no clipping. */
export type Frame = { width: number; height: number; margin: number; pixels: Uint32Array<ArrayBuffer> };

/** No mark reaches farther: the largest radius and size on a dense screen. */
const margin = 48;

export function makeFrame(width: number, height: number): Frame {
  return {
    width,
    height,
    margin,
    pixels: new Uint32Array((width + 2 * margin) * (height + 2 * margin)),
  };
}

/** From the plane to device pixels of the frame: x * scale + left, top - y * scale. */
export type Placement = { scale: number; left: number; top: number };

export type SplatInput = {
  grid: PointGrid;
  ink: PointInk;
  /** Stretches of places in sight, see `rangesWithin`. */
  ranges: readonly number[];
  placement: Placement;
  /** In device pixels. */
  radius: number;
  opacity: number;
  ground: PackedColor;
};

/** Paints all points in sight over the ground, and the selected once more on top. */
export function splat(frame: Frame, input: SplatInput): void {
  frame.pixels.fill(input.ground);
  const { marks, top } = input.ink;
  const painter = makePainter(frame, input);
  const { ranges } = input;
  const single = marks ? null : painter.stampOf(plainMark);
  for (let range = 0; range < ranges.length; range += 2) {
    const [start, end] = [ranges[range] as number, ranges[range + 1] as number];
    if (single?.offsets.length === 1) paintDots(frame, input, start, end);
    else painter.paint(start, end, null, input.opacity);
  }
  if (top.length > 0) painter.paint(0, top.length, top, 1);
}

/** A stamp's pixels as distances in the frame's memory. */
type PlacedStamp = { offsets: Int32Array; cover: Uint16Array; halo: PlacedStamp | null };

function placeStamp({ dx, dy, cover, halo }: Omit<Stamp, "reach">, stride: number): PlacedStamp {
  return {
    offsets: Int32Array.from(dx, (column, index) => (dy[index] ?? 0) * stride + column),
    cover,
    halo: halo ? placeStamp({ ...halo, halo: null }, stride) : null,
  };
}

function makePainter(frame: Frame, input: SplatInput) {
  const { grid, ink, placement, radius, ground } = input;
  const stride = frame.width + 2 * margin;
  const stamps: (PlacedStamp | undefined)[] = [];
  function stampOf(mark: number): PlacedStamp {
    const { shape, factor } = markOf(mark);
    const stamp =
      stamps[mark] ?? placeStamp(makeStamp(shape, Math.min(radius * factor, margin / 1.3)), stride);
    stamps[mark] = stamp;
    return stamp;
  }
  function paint(start: number, end: number, places: Uint32Array | null, opacity: number): void {
    const { scale } = placement;
    const left = placement.left + margin;
    const top = placement.top + margin;
    for (let step = start; step < end; step++) {
      const place = places ? (places[step] as number) : step;
      const color = ink.ink[place] as number;
      if (color === 0) continue;
      const px = ((grid.x[place] as number) * scale + left) | 0;
      const py = (top - (grid.y[place] as number) * scale) | 0;
      if (px < margin || py < margin || px >= frame.width + margin || py >= frame.height + margin) continue;
      const stamp = stampOf(ink.marks ? (ink.marks[place] as number) : plainMark);
      const strength = ((color >>> 24) * opacity) / 255;
      if (stamp.halo) blendStamp(frame.pixels, py * stride + px, stamp.halo, ground, strength * 0.8);
      blendStamp(frame.pixels, py * stride + px, stamp, color, strength);
    }
  }
  return { stampOf, paint };
}

/** Lays one color over the pixels of a stamp. Red and blue are mixed in one product, green in another. */
function blendStamp(
  pixels: Uint32Array,
  center: number,
  { offsets, cover }: PlacedStamp,
  color: PackedColor,
  strength: number,
): void {
  const redBlue = color & 0xff00ff;
  const green = (color >>> 8) & 0xff;
  for (let index = 0; index < offsets.length; index++) {
    const at = center + (offsets[index] as number);
    const above = ((cover[index] as number) * strength) | 0;
    const below = 256 - above;
    const old = pixels[at] as number;
    pixels[at] =
      0xff000000 |
      (((Math.imul(redBlue, above) + Math.imul(old & 0xff00ff, below)) >>> 8) & 0xff00ff) |
      ((green * above + ((old >>> 8) & 0xff) * below) & 0xff00);
  }
}

/** The same for marks of one pixel, a million of which must fit into a frame. */
function paintDots({ width, height, pixels }: Frame, input: SplatInput, start: number, end: number): void {
  const { x, y } = input.grid;
  const { ink } = input.ink;
  const { scale } = input.placement;
  const stride = width + 2 * margin;
  const left = input.placement.left;
  const top = input.placement.top;
  const corner = margin * stride + margin;
  const strength = input.opacity * (256 / 255);
  for (let place = start; place < end; place++) {
    const color = ink[place] as number;
    const px = ((x[place] as number) * scale + left) | 0;
    const py = (top - (y[place] as number) * scale) | 0;
    // As unsigned numbers the negative ones are too large as well.
    if (color === 0 || px >>> 0 >= width || py >>> 0 >= height) continue;
    const at = corner + py * stride + px;
    const above = ((color >>> 24) * strength) | 0;
    const below = 256 - above;
    const old = pixels[at] as number;
    pixels[at] =
      0xff000000 |
      (((Math.imul(color & 0xff00ff, above) + Math.imul(old & 0xff00ff, below)) >>> 8) & 0xff00ff) |
      ((((color >>> 8) & 0xff) * above + ((old >>> 8) & 0xff) * below) & 0xff00);
  }
}
