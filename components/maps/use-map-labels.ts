"use client";
import { useEffect, useState } from "react";
import type { ScatterLabel } from "#components/scatter/place-labels.ts";
import { fetchJson } from "#components/ui/reach-server.ts";

/** The names of the clusters of maps by the ids of their projections; none while they are asked for, or off. */
export function useMapLabels(projectionIds: readonly string[], on: boolean) {
  const [labels, setLabels] = useState<Readonly<Record<string, readonly ScatterLabel[]>>>({});
  const wanted = on ? projectionIds.join(" ") : "";
  useEffect(() => {
    const controller = new AbortController();
    for (const id of wanted.split(" ")) {
      if (!id) continue;
      fetchJson<{ labels: ScatterLabel[] }>(`/api/projections/${id}/labels`, {
        signal: controller.signal,
      }).then((answer) => {
        // Without names the map is still a map.
        if (answer.ok) setLabels((before) => ({ ...before, [id]: answer.value.labels }));
      });
    }
    return () => controller.abort();
  }, [wanted]);
  return on ? labels : {};
}
