"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { callServer } from "#components/ui/call-server.ts";
import { rest, unwrap } from "#components/ui/fetch-json.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";
import { findMemoriesAction } from "#lib/overview/actions.ts";

const waitMs = 200;

export type FoundMemories = { found: MemoryRow[]; searching: boolean; failure: string | null };

/**
 * Memories that hold the typed words, asked for when typing pauses. An older answer never replaces a newer; a search
 * that failed says so and finds nothing.
 */
export function useFoundMemories(text: string): FoundMemories {
  const wanted = text.trim();
  const isSearch = wanted.length >= 2;
  const { data, error, isPending, isPlaceholderData } = useQuery({
    queryKey: ["found memories", wanted],
    enabled: isSearch,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      await rest(waitMs, signal);
      return unwrap(await callServer(() => findMemoriesAction(wanted)), signal);
    },
  });
  if (!isSearch) return { found: [], searching: false, failure: null };
  return {
    found: data ?? [],
    searching: isPending || isPlaceholderData,
    failure: error ? searchFailed : null,
  };
}

const searchFailed = "Memories could not be searched. Check that the server is running, then try again.";
