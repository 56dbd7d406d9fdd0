import { addTo } from "./add-to.ts";
import type { State } from "./state.ts";

/** Moves the predictor of some attempts and leaves what they came to: their luck takes up the difference. */
export function moveAttempts({ luck, predictor }: State, first: number, end: number, change: number): void {
  for (let i = first; i < end; i++) {
    addTo(luck, i, -change);
    addTo(predictor, i, change);
  }
}
