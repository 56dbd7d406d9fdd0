import { layOver, type Pixels } from "./pixels.ts";
import type { Size, Viewport } from "./viewport.ts";

export type PointScene = {
  x: Float32Array;
  y: Float32Array;
  /** Which sprite each point is drawn with. */
  codes: Uint8Array | Uint16Array;
  /** 1 for points that are shown. */
  visible: Uint8Array;
  /** 1 for selected points; null = nothing is selected, so nothing is dimmed. */
  selected: Uint8Array | null;
};

export type MapView = {
  viewport: Viewport;
  /** In CSS pixels. */
  size: Size;
  /** Device pixels a CSS pixel. */
  ratio: number;
};

const plainOpacity = 0.9;
const dimmedOpacity = 0.18;

/** Draws all points into a picture of size x ratio; selected ones last, so that none hides them. */
export function drawPoints(scene: PointScene, sprites: readonly Pixels[], view: MapView): Pixels {
  const width = Math.round(view.size.width * view.ratio);
  const height = Math.round(view.size.height * view.ratio);
  const target = { width, height, data: new Uint8ClampedArray(4 * width * height) };
  if (scene.selected) {
    drawThose(target, scene, sprites, view, 0, dimmedOpacity);
    drawThose(target, scene, sprites, view, 1, 1);
  } else drawThose(target, scene, sprites, view, 0, plainOpacity);
  return target;
}

/** Draws the visible points that are (1) or are not (0) selected. */
function drawThose(
  target: Pixels,
  scene: PointScene,
  sprites: readonly Pixels[],
  { viewport, size, ratio }: MapView,
  selected: 0 | 1,
  opacity: number,
): void {
  const scale = viewport.scale * ratio;
  const offsetX = (size.width / 2) * ratio - viewport.centerX * scale;
  const offsetY = (size.height / 2) * ratio + viewport.centerY * scale;
  for (let index = 0; index < scene.x.length; index++) {
    if (!scene.visible[index] || (scene.selected?.[index] ?? 0) !== selected) continue;
    const sprite = sprites[scene.codes[index] ?? 0];
    if (!sprite) continue;
    const left = Math.round((scene.x[index] ?? 0) * scale + offsetX - sprite.width / 2);
    const top = Math.round(offsetY - (scene.y[index] ?? 0) * scale - sprite.height / 2);
    layOver(target, sprite, left, top, opacity);
  }
}
