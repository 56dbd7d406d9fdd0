import { changeOfFit } from "./change-of-fit.ts";
import { isOrdinary, type State } from "./state.ts";

/**
 * Lets two memories that share most of their attempts exchange what they do: one at a time they would hardly ever, for
 * each is all that the other leaves to be explained. Accepted by the outcomes' likelihood alone (Metropolis), for both
 * have one prior; luck is drawn anew right after.
 */
export function swapRivals(state: State): void {
  const { effects, component, draw, design } = state;
  for (const [a, b] of design.rivals) {
    if (isOrdinary(state, a) && isOrdinary(state, b)) continue;
    const change = (effects[b] as number) - (effects[a] as number);
    const log = changeApart(state, a, b, change) + changeApart(state, b, a, -change);
    if (Math.log(1 - draw.uniform()) >= log) continue;
    shift(state, a, b, change);
    shift(state, b, a, -change);
    [effects[a], effects[b]] = [effects[b] as number, effects[a] as number];
    [component[a], component[b]] = [component[b] as number, component[a] as number];
  }
}

/** Log likelihood ratio of the attempts of one column that are not the other's, if their predictor changes. */
function changeApart(state: State, column: number, without: number, change: number): number {
  let log = 0;
  eachApart(state.design.attemptsOf, column, without, (attempt) => {
    log += changeOfFit(state, attempt, change);
  });
  return log;
}

function shift({ predictor, design }: State, column: number, without: number, change: number): void {
  eachApart(
    design.attemptsOf,
    column,
    without,
    (attempt) => (predictor[attempt] = (predictor[attempt] as number) + change),
  );
}

/** The attempts of one column that are not among those of another; both are in order. */
function eachApart(
  { starts, items }: State["design"]["attemptsOf"],
  column: number,
  without: number,
  visit: (attempt: number) => void,
): void {
  let other = starts[without] as number;
  const otherEnd = starts[without + 1] as number;
  for (let at = starts[column] as number; at < (starts[column + 1] as number); at++) {
    const attempt = items[at] as number;
    while (other < otherEnd && (items[other] as number) < attempt) other++;
    if (other === otherEnd || items[other] !== attempt) visit(attempt);
  }
}
