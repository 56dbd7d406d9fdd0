"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fetchJson, rest } from "#components/ui/fetch-json.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";

/**
 * The rows of memories by id. What is known of them already is there at once.
 * @param waitMs how long the ids must stay the same before the server is asked (a pointer passes many)
 */
export function useMemoryRows(
  ids: readonly string[],
  waitMs = 0,
): { rows: MemoryRow[]; loading: boolean; failed: boolean } {
  const wanted = ids.join(",");
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ["memory rows", wanted],
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      await rest(waitMs, signal);
      return fetchJson<{ rows: MemoryRow[] }>(`/api/memories/rows?ids=${wanted}`, signal);
    },
  });
  const rowOf = new Map(data?.rows.map((row) => [row.id, row]));
  return {
    rows: ids.flatMap((id) => rowOf.get(id) ?? []),
    loading: isFetching && (data === undefined || isPlaceholderData),
    failed: error !== null,
  };
}
