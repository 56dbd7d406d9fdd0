/**
 * Fisher's noncentral hypergeometric distribution: of `successes` among `here + there` attempts, how many fall on the
 * `here` attempts when the odds of success are exp(logOdds) times as high there as on the others.
 * logOdds 0 is the ordinary hypergeometric distribution. Equals scipy.stats.nchypergeom_fisher.
 * @returns probabilities of 0 to `here` successes
 * @throws RangeError unless the counts are whole, not negative, and `successes` is at most all attempts
 */
export function noncentralHypergeometric(
  successes: number,
  here: number,
  there: number,
  logOdds = 0,
): number[] {
  const valid = [successes, here, there].every((count) => Number.isInteger(count) && count >= 0);
  if (!valid || successes > here + there) {
    throw new RangeError(`There are no ${successes} successes among ${here} and ${there} attempts.`);
  }
  const [least, most] = [Math.max(0, successes - there), Math.min(here, successes)];
  // Logarithms relative to the first term, then to the largest: hundreds of attempts must not overflow.
  const logs: number[] = [0];
  for (let k = least; k < most; k++) {
    const ratio = ((here - k) * (successes - k)) / ((k + 1) * (there - successes + k + 1));
    logs.push((logs.at(-1) as number) + Math.log(ratio) + logOdds);
  }
  const largest = Math.max(...logs);
  const terms = logs.map((log) => Math.exp(log - largest));
  const total = terms.reduce((sum, term) => sum + term, 0);
  const probabilities = new Array<number>(here + 1).fill(0);
  terms.forEach((term, i) => {
    probabilities[least + i] = term / total;
  });
  return probabilities;
}
