"use client";
import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/reach-server.ts";
import type { MemoryType } from "#lib/db/generated/enums.ts";

export type NearMemory = {
  id: string;
  title: string;
  type: MemoryType;
  benchmark: string;
  similarity: number;
};
export type Near =
  | { state: "none" }
  | { state: "loading" }
  | { state: "failed"; message: string }
  | { state: "ready"; rows: NearMemory[]; notes: string[] };

/** What to look near: a memory, or the words of a query. */
export type NearWhat = { memory: string } | { query: string; type: MemoryType | "all" };

/** Of the neighbours of a memory, or of a preview of retrieval. */
type Answer = { rows?: NearMemory[]; results?: (NearMemory & { memoryId: string })[]; spaceNotes?: string[] };

async function ask(what: NearWhat, signal: AbortSignal): Promise<Near> {
  const address =
    "memory" in what
      ? `/api/memories/${what.memory}/neighbors`
      : `/api/retrieve?${new URLSearchParams({ q: what.query, type: what.type, k: "10" })}`;
  const answer = await fetchJson<Answer>(address, { signal });
  if (!answer.ok) return { state: "failed", message: answer.error.message };
  const { rows = [], results = [], spaceNotes = [] } = answer.value;
  if ("memory" in what) return { state: "ready", rows, notes: [] };
  return { state: "ready", rows: results.map((row) => ({ ...row, id: row.memoryId })), notes: spaceNotes };
}

/** The memories nearest to a memory or a query; asked for when it changes. */
export function useNear(what: NearWhat | null): Near {
  const key = what ? JSON.stringify(what) : "";
  const [found, setFound] = useState<{ key: string; near: Near }>({ key: "", near: { state: "none" } });
  useEffect(() => {
    if (!key) return;
    const controller = new AbortController();
    ask(JSON.parse(key), controller.signal).then((near) => {
      if (!controller.signal.aborted) setFound({ key, near });
    });
    return () => controller.abort();
  }, [key]);
  if (!key) return { state: "none" };
  return found.key === key ? found.near : { state: "loading" };
}
