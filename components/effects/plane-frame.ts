import type { Size } from "#components/scatter/viewport.ts";

/** Where the plane lies in what holds it, in CSS pixels; px and py take shares of its width and height. */
export type PlaneFrame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  px: (share: number) => number;
  py: (share: number) => number;
};

/** The line with the counts lies above, the numbers of the axes at the left and below. */
const margin = { left: 44, right: 12, top: 32, bottom: 36 };

/** The plane to the edges of a box; y counts from below. */
export function planeFrame({ width, height }: Size): PlaneFrame {
  const [left, top] = [margin.left, margin.top];
  const [right, bottom] = [Math.max(left, width - margin.right), Math.max(top, height - margin.bottom)];
  return {
    ...{ left, right, top, bottom },
    px: (share) => left + share * (right - left),
    py: (share) => bottom - share * (bottom - top),
  };
}
