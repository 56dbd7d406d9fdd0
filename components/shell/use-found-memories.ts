"use client";
import { useEffect, useState } from "react";
import { reachServer } from "#components/ui/reach-server.ts";
import type { MemoryRow } from "#lib/memories/queries.ts";
import { findMemoriesAction } from "#lib/overview/actions.ts";

const waitMs = 200;

type Answer = { text: string; found: MemoryRow[]; failure: string | null };
export type FoundMemories = { found: MemoryRow[]; searching: boolean; failure: string | null };

/**
 * Memories that hold the typed words, asked for when typing pauses. An older answer never replaces a newer; a search
 * that failed says so and finds nothing.
 */
export function useFoundMemories(text: string): FoundMemories {
  const [answer, setAnswer] = useState<Answer>({ text: "", found: [], failure: null });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await reachServer(() => findMemoriesAction(wanted));
      if (!current) return;
      if (result.ok) setAnswer({ text: wanted, found: result.value, failure: null });
      else setAnswer({ text: wanted, found: [], failure: searchFailed });
    }, waitMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  if (wanted.length < 2) return { found: [], searching: false, failure: null };
  const searching = answer.text !== wanted;
  return { found: answer.found, searching, failure: searching ? null : answer.failure };
}

const searchFailed = "Memories could not be searched. See that the server runs, then type again.";
