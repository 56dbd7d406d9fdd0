"use client";
import { useEffect, useState } from "react";
import type { ScatterLabel } from "#components/scatter/place-labels.ts";

/** The names of the clusters of maps by the ids of their projections; none while they are asked for, or off. */
export function useMapLabels(projectionIds: readonly string[], on: boolean) {
  const [labels, setLabels] = useState<Readonly<Record<string, readonly ScatterLabel[]>>>({});
  const wanted = on ? projectionIds.join(" ") : "";
  useEffect(() => {
    const controller = new AbortController();
    for (const id of wanted.split(" ")) {
      if (!id) continue;
      fetch(`/api/projections/${id}/labels`, { signal: controller.signal })
        .then(async (response) => {
          if (!response.ok) return;
          const { labels: found } = (await response.json()) as { labels: ScatterLabel[] };
          setLabels((before) => ({ ...before, [id]: found }));
        })
        // Without names the map is still a map.
        .catch(() => undefined);
    }
    return () => controller.abort();
  }, [wanted]);
  return on ? labels : {};
}
