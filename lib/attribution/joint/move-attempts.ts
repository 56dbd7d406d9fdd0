import type { State } from "./state.ts";

/** Moves the predictor of some attempts and leaves what they came to: their luck takes up the difference. */
export function moveAttempts({ luck, predictor }: State, first: number, end: number, change: number): void {
  for (let i = first; i < end; i++) {
    luck[i] = (luck[i] as number) - change;
    predictor[i] = (predictor[i] as number) + change;
  }
}
