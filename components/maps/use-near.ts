"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { MemoryType } from "#lib/db/generated/enums.ts";

type NearMemory = {
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

/** Of the neighbors of a memory, or of a preview of retrieval. */
type Answer = { rows?: NearMemory[]; results?: (NearMemory & { memoryId: string })[]; spaceNotes?: string[] };

type Found = { rows: NearMemory[]; notes: string[] };

async function ask(what: NearWhat, signal: AbortSignal): Promise<Found> {
  if ("memory" in what) {
    const { rows = [] } = await fetchJson<Answer>(`/api/memories/${what.memory}/neighbors`, signal);
    return { rows, notes: [] };
  }
  const query = new URLSearchParams({ q: what.query, type: what.type, k: "10" });
  const { results = [], spaceNotes = [] } = await fetchJson<Answer>(`/api/retrieve?${query}`, signal);
  return { rows: results.map((row) => ({ ...row, id: row.memoryId })), notes: spaceNotes };
}

/** The memories nearest to a memory or a query; asked for when it changes. */
export function useNear(what: NearWhat | null): Near {
  const { data, error } = useQuery({
    queryKey: ["near", what],
    queryFn: what ? ({ signal }) => ask(what, signal) : skipToken,
  });
  if (!what) return { state: "none" };
  if (error) return { state: "failed", message: error.message };
  return data ? { state: "ready", ...data } : { state: "loading" };
}
