import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { memoryTypes } from "#lib/memories/content.ts";
import { abstractionMeasures } from "./abstraction-effects.ts";

/** URL state of /map/effects. */
export const effectParams = {
  /** Left out = the newest pair of runs that share tasks. */
  base: parseAsString,
  cand: parseAsString,
  type: parseAsStringLiteral(memoryTypes),
  x: parseAsStringLiteral(abstractionMeasures).withDefault("lisi"),
  /** Memories of fewer paired tasks are left out: their intervals say nothing. */
  tasks: parseAsInteger.withDefault(3),
  page: parseAsInteger.withDefault(1),
  /** The memory in the inspector. */
  at: parseAsString,
};
export const loadEffectParams = createLoader(effectParams);
export type EffectParams = Awaited<ReturnType<typeof loadEffectParams>>;
export const effectPageSize = 50;
