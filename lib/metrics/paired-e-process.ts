/** One attempt without a treatment and one with it, under the same conditions otherwise. */
export type Block = { without: boolean; with: boolean };

/** Attempts imagined before the first block, by which the first bet is made: 1.5 of 2 on the expected outcome. */
const [imagined, imaginedRight] = [2, 1.5];

/**
 * Evidence that the treatment lowers the chance to pass, after each block: a running product of two-sample e-variables
 * (Turner, Ly and Grünwald, "Generic E-variables for exact sequential k-sample tests", 2024). Where the treatment never
 * lowers that chance, whatever the chances of the blocks, the product ever reaches 1 / alpha with a probability of at
 * most alpha: it may be looked at after every block, and stopped at any time. Each factor is
 * p_without(y) p_with(y') / (p0(y) p0(y')), with chances estimated from the earlier blocks alone and p0 their mean. One
 * that is estimated to help bets nothing.
 * @param blocks in an order that was fixed before their outcomes were known
 * @returns the product after each block
 */
export function pairedEProcess(blocks: readonly Block[]): number[] {
  let product = 1;
  let [passedWithout, passedWith] = [imaginedRight, imagined - imaginedRight];
  return blocks.map((block, i) => {
    const without = passedWithout / (imagined + i);
    const treated = passedWith / (imagined + i);
    if (treated < without) {
      const null0 = (without + treated) / 2;
      product *=
        (chance(without, block.without) / chance(null0, block.without)) *
        (chance(treated, block.with) / chance(null0, block.with));
    }
    passedWithout += Number(block.without);
    passedWith += Number(block.with);
    return product;
  });
}

function chance(p: number, passed: boolean): number {
  return passed ? p : 1 - p;
}
