"use client";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import {
  everyMemory,
  filterQuery,
  type MemoryFilter,
  type MemorySearchParams,
  memorySearchParams,
} from "#lib/memories/search-params.ts";

/**
 * The URL state of /memories. Every change starts over at page 1, unless it is the page that changes;
 * `pending` while the new rows are on their way.
 */
export function useMemoryParams() {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(memorySearchParams, { shallow: false, startTransition });
  function change(next: { [K in keyof MemorySearchParams]?: MemorySearchParams[K] | null }) {
    // nuqs takes undefined for "leave as it is", which our types do not: only given keys are passed on.
    setParams({ page: null, ...next });
  }
  const filter = filterOf(params);
  return {
    params,
    filter,
    query: filterQuery(filter),
    pending,
    change,
    clear: () => change({ ...nothing }),
  };
}

const filterKeys = Object.keys(everyMemory) as (keyof MemoryFilter)[];
const nothing = Object.fromEntries(filterKeys.map((key) => [key, null])) as {
  [K in keyof MemoryFilter]: null;
};

function filterOf(params: MemorySearchParams): MemoryFilter {
  return Object.fromEntries(filterKeys.map((key) => [key, params[key]])) as MemoryFilter;
}
