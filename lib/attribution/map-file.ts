import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Db } from "#lib/db/client.ts";
import { encodeMap } from "#lib/maps/map-binary.ts";
import { getMapPoints } from "#lib/maps/map-points.ts";
import { memoizeAsync } from "#lib/shared/memoize-async.ts";
import { listMemoryEffects } from "./memory-effects.ts";

/** A map as lib/maps/map-binary.ts lays it out, plain and packed by gzip. */
export type MapFile = { bytes: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> };
/** `alignTo`: another map that it is laid onto. */
export type MapAsked = { projectionId: string; alignTo?: string | undefined };

const compress = promisify(gzip);
/** One page asks for five. */
const keepFile = memoizeAsync<MapFile | null>(12);

/**
 * The points of a map with the effects of their memories, kept for whoever asks next.
 * @param state of the map, from getMapState: another one is another file
 * @returns null where there is no such map
 */
export function getMapFile(db: Db, asked: MapAsked, state: string): Promise<MapFile | null> {
  return keepFile(state, () => makeMapFile(db, asked));
}

async function makeMapFile(db: Db, { projectionId, alignTo }: MapAsked): Promise<MapFile | null> {
  const points = await getMapPoints(db, projectionId, { alignTo, effects: await listMemoryEffects(db) });
  if (!points) return null;
  const bytes = encodeMap(points);
  // The fastest level: columns of numbers hardly get smaller by trying harder.
  return { bytes, packed: new Uint8Array(await compress(bytes, { level: 1 })) };
}
