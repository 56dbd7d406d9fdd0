"use client";
import { type QueryClient, queryOptions, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type ScatterData, scatterData } from "#components/scatter/scatter-data.ts";
import { fetchFrom } from "#components/ui/call-server.ts";
import { unwrap } from "#components/ui/fetch-json.ts";
import { decodeMap, type MapPoints, mapAddress } from "#lib/maps/map-binary.ts";

export type LoadedMap = { points: MapPoints; data: ScatterData };
export type MapLoad =
  | { state: "loading" }
  | { state: "failed"; message: string }
  | ({ state: "ready" } & LoadedMap);

async function loadMap(key: string, signal: AbortSignal): Promise<LoadedMap> {
  const answer = unwrap(await fetchFrom(mapAddress(key), { signal }), signal);
  const unpacked = answer.body?.pipeThrough(new DecompressionStream("gzip"));
  const points = decodeMap(await new Response(unpacked).arrayBuffer());
  return { points, data: scatterData(points.x, points.y) };
}

/** A map with hundred thousand points takes ten megabytes: those out of sight are let go after a minute. */
const keptMs = 60_000;

function mapQuery(client: QueryClient, key: string, stamp: string) {
  return queryOptions({
    queryKey: ["map", key, stamp],
    queryFn: ({ signal }) => loadMap(key, signal),
    // Asked for again whenever it comes into sight: the server answers 304 where nothing has changed.
    staleTime: 0,
    gcTime: keptMs,
    structuralSharing: false,
    // A map loaded before the last change stays in sight until its newer self is there.
    placeholderData: () =>
      client
        .getQueriesData<LoadedMap>({ queryKey: ["map", key] })
        .findLast(([, map]) => map !== undefined)?.[1],
  });
}

/**
 * Loads maps by their keys (see `mapAddress`), each once.
 * @param stamp what else the maps depend on: another one and all are asked for again
 * @returns what each came to, and functions that ask again: for those that failed, and, after memories were changed,
 * for everything that was fetched
 */
export function useMaps(keys: readonly string[], stamp = "") {
  const client = useQueryClient();
  const wanted = [...new Set(keys)].filter((key) => key !== "");
  const loads = useQueries({
    queries: wanted.map((key) => mapQuery(client, key, stamp)),
    combine: (found): Readonly<Record<string, MapLoad>> =>
      Object.fromEntries(found.map(({ data, error }, index) => [wanted[index], loadOf(data, error)])),
  });
  const retry = useCallback(
    () =>
      void client.refetchQueries({ queryKey: ["map"], predicate: ({ state }) => state.status === "error" }),
    [client],
  );
  const reload = useCallback(() => void client.invalidateQueries(), [client]);
  return { loads, retry, reload };
}

function loadOf(map: LoadedMap | undefined, error: Error | null): MapLoad {
  if (error) return { state: "failed", message: error.message };
  return map ? { state: "ready", ...map } : { state: "loading" };
}
