"use client";
import { useEffect, useState } from "react";
import type { MemoryRow } from "#lib/memories/queries.ts";
import { findMemoriesAction } from "#lib/overview/actions.ts";

const waitMs = 200;

/** Memories that hold the typed words, asked for when typing pauses. An older answer never replaces a newer. */
export function useFoundMemories(text: string): { found: MemoryRow[]; searching: boolean } {
  const [answer, setAnswer] = useState<{ text: string; found: MemoryRow[] }>({ text: "", found: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    let current = true;
    const timer = setTimeout(async () => {
      const found = await findMemoriesAction(wanted).catch(() => []);
      if (current) setAnswer({ text: wanted, found });
    }, waitMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  if (wanted.length < 2) return { found: [], searching: false };
  return { found: answer.found, searching: answer.text !== wanted };
}
