"use client";
import { useEffect, useState } from "react";
import type { MemoryRow } from "#lib/memories/queries.ts";

const known = new Map<string, MemoryRow>();

/** After a change: what was asked for before is not as it was. */
export function forgetMemoryRows(): void {
  known.clear();
}

/**
 * The rows of memories by id, asked for once each.
 * @param waitMs how long the ids must stay the same before the server is asked (a pointer passes many)
 */
export function useMemoryRows(
  ids: readonly string[],
  waitMs = 0,
): { rows: MemoryRow[]; loading: boolean; failed: boolean } {
  const [failedFor, setFailedFor] = useState("");
  const [, setLoaded] = useState(0);
  const missing = ids.filter((id) => !known.has(id)).join(",");
  useEffect(() => {
    if (!missing) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/memories/rows?ids=${missing}`, { signal: controller.signal });
        if (!response.ok) throw new Error(`The server answered ${response.status}`);
        const { rows } = (await response.json()) as { rows: MemoryRow[] };
        for (const row of rows) known.set(row.id, row);
        setLoaded((count) => count + 1);
      } catch {
        if (!controller.signal.aborted) setFailedFor(missing);
      }
    }, waitMs);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [missing, waitMs]);
  const rows = ids.flatMap((id) => known.get(id) ?? []);
  const failed = missing !== "" && failedFor === missing;
  return { rows, loading: missing !== "" && !failed, failed };
}
