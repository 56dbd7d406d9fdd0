import { err, ok, type Result } from "#lib/shared/result.ts";
import { memoryTypes } from "./content.ts";
import {
  everyMemory,
  lifecycles,
  lintSeverities,
  type MemoryFilter,
  memoryEffects,
  memoryFilterParams,
  memoryOutcomes,
  memorySearchParams,
  reviewStates,
  validities,
} from "./search-params.ts";

const choices: Partial<Record<string, readonly string[]>> = {
  type: memoryTypes,
  lifecycle: lifecycles,
  outcome: memoryOutcomes,
  validity: validities,
  effect: memoryEffects,
  review: reviewStates,
  severity: lintSeverities,
};

/**
 * Reads the filter out of a query string as /memories writes it, e.g. `type=insight&tag=git,docker`.
 * Sorting and paging are passed over, so that a copied link works as a filter. A URL forgives what it
 * cannot read; a command or a bulk action must not, for it would then touch every memory.
 * @returns an "invalid" failure that names the unknown key or value
 */
export function parseFilter(query: string): Result<MemoryFilter> {
  const filter: Record<string, unknown> = { ...everyMemory };
  for (const [key, text] of new URLSearchParams(query.trim().replace(/^\?/, ""))) {
    if (!Object.hasOwn(memorySearchParams, key)) {
      const known = Object.keys(memoryFilterParams).join(", ");
      return err("invalid", `The filter has no "${key}". It knows ${known}.`);
    }
    if (!Object.hasOwn(memoryFilterParams, key)) continue;
    const unknown = unknownChoice(key, text);
    if (unknown !== undefined) {
      return err("invalid", `"${unknown}" is no ${key}. Use ${choices[key]?.join(", ")}.`);
    }
    filter[key] = memoryFilterParams[key as keyof MemoryFilter].parse(text);
  }
  return ok(filter as MemoryFilter);
}

function unknownChoice(key: string, text: string): string | undefined {
  const allowed = choices[key];
  if (!allowed || text === "") return undefined;
  return text.split(",").find((part) => !allowed.includes(part));
}
