"use client";
import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/reach-server.ts";
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
      const address = `/api/memories/rows?ids=${missing}`;
      const answer = await fetchJson<{ rows: MemoryRow[] }>(address, { signal: controller.signal });
      if (controller.signal.aborted) return;
      if (!answer.ok) return setFailedFor(missing);
      for (const row of answer.value.rows) known.set(row.id, row);
      setLoaded((count) => count + 1);
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
