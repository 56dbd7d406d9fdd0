export type Rates = { without: number; with: number };

/** Two explanations are taken for each other with at most this chance. */
const TARGET_ERROR = 0.1;
/** More repeats than these are not planned, however close the chances are. */
const MOST_SEPARATING = 8;

/**
 * The fewest reruns, of subsets about which two explanations differ, after which the likelier explanation is the wrong
 * one with a chance of at most `TARGET_ERROR`: exact, by the binomial chances of passing, whichever of the two is true and
 * whichever of them says that a subset passes.
 * @param rates chances to pass without harm and with it
 */
export function separatingReruns(rates: Rates): { reruns: number; error: number; capped: boolean } {
  for (let reruns = 1; reruns <= MOST_SEPARATING; reruns++) {
    const error = worstError(rates, reruns);
    if (error <= TARGET_ERROR) return { reruns, error, capped: false };
  }
  return { reruns: MOST_SEPARATING, error: worstError(rates, MOST_SEPARATING), capped: true };
}

function worstError(rates: Rates, reruns: number): number {
  if (rates.without <= rates.with) return 0.5;
  const errors = Array.from({ length: reruns + 1 }, (_, spared) => errorOf(rates, spared, reruns - spared));
  return Math.max(...errors);
}

/**
 * @param spared reruns that the true explanation says pass and the other says are lost
 * @param lost the reverse
 */
function errorOf(rates: Rates, spared: number, lost: number): number {
  const [h, l] = [rates.without, rates.with];
  const [pass, fail] = [Math.log(h / l), Math.log((1 - h) / (1 - l))];
  const [ofSpared, ofLost] = [binomial(spared, h), binomial(lost, l)];
  let error = 0;
  ofSpared.forEach((p, passedSpared) => {
    ofLost.forEach((q, passedLost) => {
      const forTruth =
        passedSpared * pass + (spared - passedSpared) * fail - passedLost * pass - (lost - passedLost) * fail;
      if (Math.abs(forTruth) < 1e-9) error += (p * q) / 2;
      else if (forTruth < 0) error += p * q;
    });
  });
  return error;
}

/** Chance of each number of passes. */
function binomial(n: number, p: number): number[] {
  let ways = 1;
  return Array.from({ length: n + 1 }, (_, passed) => {
    if (passed > 0) ways = (ways * (n - passed + 1)) / passed;
    return ways * p ** passed * (1 - p) ** (n - passed);
  });
}
