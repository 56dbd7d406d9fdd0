/**
 * Exact two-sided McNemar test of paired outcomes: were the discordant pairs split by a fair coin, how likely is a
 * split at least this uneven? p = min(1, 2 x P(X <= min(gained, lost))), X ~ Binomial(gained + lost, 1/2).
 * Pairs that agree (kept, never) carry no information here. No discordant pair gives p = 1.
 * @param gained pairs where only the candidate passed
 * @param lost pairs where only the baseline passed
 * @throws RangeError unless both are whole and not negative
 */
export function mcnemar(gained: number, lost: number): { discordant: number; p: number } {
  if (![gained, lost].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`McNemar needs two counts, not ${gained} and ${lost}.`);
  }
  const discordant = gained + lost;
  // Terms relative to the largest one: 0.5^n alone underflows beyond 1074 pairs.
  const fewer = Math.min(gained, lost);
  let logTerm = -discordant * Math.LN2;
  for (let i = 1; i <= fewer; i++) logTerm += Math.log((discordant - i + 1) / i);
  let sum = 0;
  let relative = 1;
  for (let i = fewer; i >= 0 && relative > 0; i--) {
    sum += relative;
    relative *= i / (discordant - i + 1);
  }
  return { discordant, p: Math.min(1, 2 * Math.exp(logTerm) * sum) };
}
