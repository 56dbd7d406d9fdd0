/**
 * The Shapley value of each of k players (L. Shapley, "A value for n-person games", 1953), exact, over all 2^k subsets.
 * @param worth of each subset, by its bits: worth[0b101] is that of players 0 and 2; its length is 2^k
 * @returns one value a player, in the unit of `worth`; together they are the worth of all minus that of none
 * @throws RangeError when the length is not a power of two
 */
export function shapleyValues(worth: readonly number[]): number[] {
  const players = playersOf(worth);
  const weights = shapleyWeights(players);
  return Array.from({ length: players }, (_, player) => {
    let value = 0;
    for (let subset = 0; subset < worth.length; subset++) {
      if (subset & (1 << player)) continue;
      const gain = at(worth, subset | (1 << player)) - at(worth, subset);
      value += (weights[sizeOf(subset)] ?? 0) * gain;
    }
    return value;
  });
}

/** What two players do together beyond what each does alone. */
export type PairInteraction = { pair: [number, number]; value: number };

/**
 * The Shapley-Taylor interaction index of order 2 (Dhamdhere, Agarwal and Sundararajan, ICML 2020) of each pair, exact.
 * The pairs' values and the gains of the players alone over the empty set add up to the worth of all minus that of none.
 */
export function shapleyTaylorPairs(worth: readonly number[]): PairInteraction[] {
  const players = playersOf(worth);
  const pairs: PairInteraction[] = [];
  for (let i = 0; i < players; i++)
    for (let j = i + 1; j < players; j++)
      pairs.push({ pair: [i, j], value: interaction(worth, players, i, j) });
  return pairs;
}

function interaction(worth: readonly number[], players: number, i: number, j: number): number {
  const both = (1 << i) | (1 << j);
  let value = 0;
  for (let subset = 0; subset < worth.length; subset++) {
    if (subset & both) continue;
    const together =
      at(worth, subset | both) -
      at(worth, subset | (1 << i)) -
      at(worth, subset | (1 << j)) +
      at(worth, subset);
    value += together / choose(players - 1, sizeOf(subset));
  }
  return (2 / players) * value;
}

/** How many players a subset holds. */
export function sizeOf(subset: number): number {
  let size = 0;
  for (let rest = subset; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

function playersOf(worth: readonly number[]): number {
  const players = Math.log2(worth.length);
  if (!Number.isInteger(players))
    throw new RangeError(`${worth.length} values are not those of all subsets.`);
  return players;
}

/** By the size of the subset that a player joins: s! (k - s - 1)! / k!. */
function shapleyWeights(players: number): number[] {
  return Array.from({ length: players }, (_, size) => 1 / (players * choose(players - 1, size)));
}

function choose(n: number, r: number): number {
  let ways = 1;
  for (let i = 1; i <= r; i++) ways = (ways * (n - r + i)) / i;
  return ways;
}

function at(worth: readonly number[], subset: number): number {
  return worth[subset] as number;
}
