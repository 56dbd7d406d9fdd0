import type { AttributionCase, CaseState } from "#lib/attribution/attribution-case.ts";
import type { AttributionSummary } from "#lib/attribution/attribution-summary.ts";

/** How many cases were found, and beside each count the one that chance alone would give. */
export type CaseFindings = {
  cases: number;
  states: Record<CaseState, number>;
  /** Of the supported and confirmed ones, as many are expected to be wrong: their number times their largest q. */
  wrongByChance: number;
  /** Memories at whose tasks two or more were lost than gained, and as many by chance alone. */
  netLoss: { seen: number; byChance: number };
};

/** Counts the cases of a comparison by state. */
export function countFindings(
  cases: readonly AttributionCase[],
  { netLoss }: Pick<AttributionSummary, "netLoss">,
): CaseFindings {
  const count = (state: CaseState) => cases.filter((each) => each.state === state).length;
  const named = cases.filter(({ state }) => state === "supported" || state === "confirmed");
  return {
    cases: cases.length,
    states: {
      confirmed: count("confirmed"),
      supported: count("supported"),
      suspected: count("suspected"),
      unclear: count("unclear"),
      helpful: count("helpful"),
      few: count("few"),
    },
    wrongByChance: named.length * Math.max(0, ...named.map(({ q }) => q)),
    netLoss,
  };
}

/** "2 supported, of which chance explains about 0.1; 7 suspected; 29 memories at net ≤ −2 tasks, about 28 by chance alone." */
export function findingsSentence({ states, wrongByChance, netLoss }: CaseFindings): string {
  const named = states.supported + states.confirmed;
  const confirmed = states.confirmed > 0 ? ` (${states.confirmed} confirmed)` : "";
  const wrong = named === 0 ? "" : `, of which chance explains about ${wrongByChance.toFixed(1)}`;
  return `${named} supported${confirmed} at q ≤ .05${wrong}; ${states.suspected} suspected, which chance may explain; ${netLoss.seen} ${netLoss.seen === 1 ? "memory" : "memories"} at net ≤ −2 tasks, about ${Math.round(netLoss.byChance)} by chance alone.`;
}
