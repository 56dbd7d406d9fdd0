import { boundsInSight, type Drawing, pixelSize, placementOf, zoomOf } from "./drawing.ts";
import { markSize } from "./mark-size.ts";
import { rangesWithin } from "./point-grid.ts";
import { type Frame, makeFrame, splat } from "./splat.ts";

/** Draws points into one canvas. */
export type DrawPoints = (drawing: Drawing) => void;

/**
 * Draws by the processor alone: points are laid into memory and the memory is put on the canvas. Without a graphics card
 * this is several times faster than any library that draws by WebGL or by canvas calls.
 * @returns null where the browser has no 2-D canvas
 */
export function openPointsCanvas(canvas: HTMLCanvasElement): DrawPoints | null {
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  if (!context) return null;
  let frame: Frame = makeFrame(0, 0);
  let image: ImageData | null = null;

  return function draw(drawing) {
    const { width, height } = pixelSize(drawing);
    if (width < 1 || height < 1) return;
    if (!image || frame.width !== width || frame.height !== height) {
      // Setting a size, even the same, throws the canvas's memory away.
      canvas.width = width;
      canvas.height = height;
      frame = makeFrame(width, height);
      const bytes = new Uint8ClampedArray(frame.pixels.buffer);
      image = new ImageData(bytes, width + 2 * frame.margin, height + 2 * frame.margin);
    }
    const { grid, ink, size, ratio, ground } = drawing;
    const ranges = rangesWithin(grid, boundsInSight(drawing));
    const { radius, opacity } = markSize(grid.order.length, countOf(ranges), size, zoomOf(drawing), ratio);
    splat(frame, {
      grid,
      ink,
      ranges,
      placement: placementOf(drawing),
      radius: radius * ratio,
      opacity: drawing.strong ? 1 : opacity,
      ground,
    });
    context?.putImageData(image, -frame.margin, -frame.margin, frame.margin, frame.margin, width, height);
  };
}

/** How many places a list of stretches holds. */
function countOf(ranges: readonly number[]): number {
  let count = 0;
  for (let range = 0; range < ranges.length; range += 2)
    count += (ranges[range + 1] ?? 0) - (ranges[range] ?? 0);
  return count;
}
