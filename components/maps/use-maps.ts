"use client";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import { type ScatterData, scatterData } from "#components/scatter/scatter-data.ts";
import { fetchFrom } from "#components/ui/reach-server.ts";
import { decodeMap, type MapPoints, mapAddress } from "#lib/maps/map-binary.ts";

export type LoadedMap = { points: MapPoints; data: ScatterData };
export type MapLoad =
  | { state: "loading" }
  | { state: "failed"; message: string }
  | ({ state: "ready" } & LoadedMap);

async function load(key: string, signal: AbortSignal): Promise<MapLoad> {
  const answer = await fetchFrom(mapAddress(key), { signal });
  if (!answer.ok) return { state: "failed", message: answer.error.message };
  const unpacked = answer.value.body?.pipeThrough(new DecompressionStream("gzip"));
  const points = decodeMap(await new Response(unpacked).arrayBuffer());
  return { state: "ready", points, data: scatterData(points.x, points.y) };
}

/**
 * Loads maps by their keys (see `mapAddress`), each once.
 * @param stamp what else the maps depend on: another one and all are asked for again
 * @returns what each came to, and functions that ask again: for those that failed, and for all after a change
 */
export function useMaps(keys: readonly string[], stamp = "") {
  const [loads, setLoads] = useState<Readonly<Record<string, MapLoad>>>({});
  const [tries, setTries] = useState(0);
  const [changes, setChanges] = useState(0);
  const wanted = keys.join(" ");
  const [fresh, setFresh] = useState<Readonly<Record<string, string>>>({});
  const state = `${changes} ${stamp}`;
  // A map loaded before the last change stays in sight until its newer self is there.
  const isReady = useEffectEvent((key: string) => loads[key]?.state === "ready" && fresh[key] === state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks for the same maps again.
  useEffect(() => {
    const controller = new AbortController();
    for (const key of wanted.split(" ")) {
      if (!key || isReady(key)) continue;
      load(key, controller.signal)
        .catch(
          (error): MapLoad => ({
            state: "failed",
            message: error instanceof Error ? error.message : "No answer.",
          }),
        )
        .then((result) => {
          if (controller.signal.aborted) return;
          setLoads((before) => ({ ...before, [key]: result }));
          setFresh((before) => ({ ...before, [key]: state }));
        });
    }
    return () => controller.abort();
  }, [wanted, tries, state]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  const reload = useCallback(() => setChanges((count) => count + 1), []);
  return { loads, retry, reload };
}
