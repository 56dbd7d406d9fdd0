import type { MemoryDecision } from "./judge-memory.ts";
import type { AttemptCost } from "./price-reruns.ts";
import type { PlanDesign } from "./schema.ts";

/** "none", "1", "1 + 3": the memories of a subset by their number in the plan. */
export function subsetName(subset: number): string {
  const numbers = subset
    .toString(2)
    .split("")
    .reverse()
    .flatMap((bit, i) => (bit === "1" ? [i + 1] : []));
  return numbers.length === 0 ? "none" : numbers.join(" + ");
}

/** "11 reruns; the whole lattice takes 16." and by what rule. */
export function describeDesign({
  total,
  lattice,
  separating,
  error,
  capped,
  blocks,
  rates,
}: PlanDesign): string {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const rule = `Any two explanations (chance, one memory, two together) differ in at least ${separating} reruns: at the logged chances of ${percent(rates.without)} without and ${percent(rates.with)} with memory, one is mistaken for the other in ${percent(error)}${capped ? ", more than the 10% aimed at, since these are close" : " at most"}.`;
  return `${total} reruns; the whole lattice takes ${lattice.total} for the same. ${rule} Each memory has at least ${blocks} blocks, which confirm it if all turn out against it.`;
}

/** Tokens, cost and time of reruns, as rows of names and values; what no log says is unknown. */
export function priceFacts({
  costUsd,
  inputTokens,
  outputTokens,
  durationMs,
}: AttemptCost): [string, string][] {
  const tokens =
    inputTokens === null && outputTokens === null ? null : (inputTokens ?? 0) + (outputTokens ?? 0);
  return [
    ["tokens", tokens === null ? "unknown" : Math.round(tokens).toLocaleString("en")],
    ["cost", costUsd === null ? "unknown" : `$${costUsd.toFixed(2)}`],
    ["time", durationMs === null ? "unknown" : `${Math.max(1, Math.round(durationMs / 60_000))} min`],
  ];
}

/** What a memory's blocks say, and what is missing: "evidence 62 of 60, 4 of 4 blocks against it". */
export function describeDecision({ state, blocks, planned, least, waiting }: MemoryDecision): string {
  if (state === "confirmed") return "Confirmed: it lost the task in own reruns.";
  const missing = `${least} further ${least === 1 ? "block" : "blocks"} against it would confirm it`;
  if (state === "not-confirmed") return `Not confirmed by ${blocks} blocks; ${missing}.`;
  const held = waiting > 0 ? ` ${waiting} wait for an earlier one.` : "";
  return `${blocks} of ${planned} blocks; ${missing}.${held}`;
}
