import type { Backend } from "./backend.ts";
import { hasGraphicsCard } from "./graphics-card.ts";
import { createSplatBackend } from "./splat-backend.ts";
import { createWebglBackend } from "./webgl-backend.ts";

/** The fastest way this machine draws: its graphics card, or else its processor. */
export function openBackend(
  canvas: HTMLCanvasElement,
  onLost: () => void,
  allowCard: boolean,
): Backend | null {
  try {
    const card = allowCard && hasGraphicsCard() ? createWebglBackend(canvas, onLost) : null;
    return card ?? createSplatBackend(canvas);
  } catch {
    // A driver that refuses the shaders has spoilt this canvas for the other way: ask for a new one.
    onLost();
    return null;
  }
}
