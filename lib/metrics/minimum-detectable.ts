import { mcnemar } from "./mcnemar.ts";
import type { Measured } from "./measured.ts";

/** `net` tasks gained minus lost (or the reverse), and the same as a share of all pairs. */
export type MinimumDetectable = { net: number; share: number; discordant: number };

/**
 * The smallest effect this many pairs could show: the least net number of tasks won or lost for which the exact
 * McNemar test gives p <= alpha. A smaller difference is not "no effect", it is below what this comparison can see.
 * @param pairs number of paired tasks
 * @param options discordant: how many pairs disagree; left out = the best case, in which all that disagree agree in direction.
 *   alpha: 0.05
 * @returns undefined with a sentence when no split of so few pairs is significant
 */
export function minimumDetectable(
  pairs: number,
  { discordant, alpha = 0.05 }: { discordant?: number; alpha?: number } = {},
): Measured<MinimumDetectable> {
  if (discordant !== undefined) {
    for (let net = discordant % 2; net <= discordant; net += 2) {
      const gained = (discordant + net) / 2;
      if (mcnemar(gained, discordant - gained).p <= alpha)
        return { value: { net, share: net / pairs, discordant } };
    }
    return {
      undefinedBecause: `${discordant} pairs disagree: too few for any split of them to reach p <= ${alpha}.`,
    };
  }
  for (let net = 1; net <= pairs; net++) {
    if (mcnemar(net, 0).p <= alpha) return { value: { net, share: net / pairs, discordant: net } };
  }
  return {
    undefinedBecause: `${pairs} pairs are too few: even if all were won, p would stay above ${alpha}.`,
  };
}
