"use client";
import { useQueries } from "@tanstack/react-query";
import type { ScatterLabel } from "#components/scatter/place-labels.ts";
import { fetchJson } from "#components/ui/fetch-json.ts";

/** The names of the clusters of maps by the ids of their projections; none while they are asked for, or off. */
export function useMapLabels(
  projectionIds: readonly string[],
  on: boolean,
): Readonly<Record<string, readonly ScatterLabel[]>> {
  const wanted = on ? [...new Set(projectionIds)] : [];
  return useQueries({
    queries: wanted.map((id) => ({
      queryKey: ["map labels", id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchJson<{ labels: ScatterLabel[] }>(`/api/projections/${id}/labels`, signal),
    })),
    // Without names the map is still a map.
    combine: (found) =>
      Object.fromEntries(found.flatMap(({ data }, index) => (data ? [[wanted[index], data.labels]] : []))),
  });
}
