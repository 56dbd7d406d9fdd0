import { type ShapeName, shapeNames } from "#components/charts/shapes.ts";
import { type PackedColor, withAlpha } from "./pack-color.ts";
import type { PointGrid } from "./point-grid.ts";

/** Small whole numbers, one a point, into a table. */
type Codes = Uint8Array | Uint16Array;

/** How points look: columns that never change, and small tables that do. All in the order of the caller's columns. */
export type ScatterLook = {
  color: { codes: Codes; palette: Uint32Array };
  /** Left out = all circles. */
  shape?: { codes: Codes; names: readonly ShapeName[] } | undefined;
  /** 0 to 3 a point, each a third larger than the one before; left out = all alike. */
  sizeCodes?: Uint8Array | undefined;
};

const sizeFactors = [0.7, 1, 1.4, 1.9] as const;
const plainSize = 1;

/** What is drawn, in drawing order. */
export type PointInk = {
  /** Packed colors; 0 = hidden. The alpha byte is 255, or less for those that step back. */
  ink: Uint32Array;
  /** Shape number + 16 times size code. Null = all circles of plain size. */
  marks: Uint8Array | null;
  /** Places drawn once more on top, in full color: the selection. */
  top: Uint32Array;
};

const dimmedAlpha = 56;

/**
 * Turns columns, tables and bitmasks into colors and marks in drawing order, O(n).
 * @param visible 1 = shown; null = all
 * @param selected 1 = selected, the others step back; null = no selection
 */
export function inkPoints(
  grid: PointGrid,
  look: ScatterLook,
  visible: Uint8Array | null,
  selected: Uint8Array | null,
): PointInk {
  const { order } = grid;
  const { codes, palette } = look.color;
  const ink = new Uint32Array(order.length);
  const top: number[] = [];
  const dimmed = selected ? palette.map((color) => withAlpha(color, dimmedAlpha)) : palette;
  for (let place = 0; place < order.length; place++) {
    const index = order[place] as number;
    if (visible?.[index] === 0) continue;
    const code = codes[index] as number;
    if (selected?.[index] === 1) {
      top.push(place);
      ink[place] = palette[code] as PackedColor;
    } else ink[place] = dimmed[code] as PackedColor;
  }
  return { ink, marks: marksOf(order, look), top: Uint32Array.from(top) };
}

function marksOf(order: Uint32Array, { shape, sizeCodes }: ScatterLook): Uint8Array | null {
  if (!shape && !sizeCodes) return null;
  const shapeOf = Uint8Array.from(shape?.names ?? [], (name) => shapeNames.indexOf(name));
  const marks = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const index = order[place] as number;
    const size = sizeCodes ? (sizeCodes[index] as number) : plainSize;
    const number = shape ? (shapeOf[shape.codes[index] as number] ?? 0) : 0;
    marks[place] = number + 16 * size;
  }
  return marks;
}

/** The mark of `inkPoints` taken apart. */
export function markOf(mark: number): { shape: ShapeName; factor: number } {
  return { shape: shapeNames[mark & 15] ?? "circle", factor: sizeFactors[mark >> 4] ?? 1 };
}

export const plainMark = 16 * plainSize;

/**
 * Size codes of a number a point (retrievals): quarters of the square-rooted range, so that area tells the value. Of a
 * negative number it is how far from 0; what is not known is the smallest.
 * @param most the value of the largest size; several plots that are compared share it
 */
export function sizeCodesOf(values: Float32Array, most = largestOf(values)): Uint8Array {
  return Uint8Array.from(values, (value) => {
    const size = Math.abs(value);
    return size > 0
      ? Math.min(sizeFactors.length - 1, Math.floor(Math.sqrt(size / most) * sizeFactors.length))
      : 0;
  });
}

/** How far the farthest value lies from 0; 0 when none is known. */
export function largestOf(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return most;
}
