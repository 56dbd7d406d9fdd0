"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useHotkeys } from "#components/shell/use-hotkeys.ts";

/** o opens the memory in the inspector in full. */
export function useOpenKey(memory: string | null): void {
  const router = useRouter();
  useHotkeys({ o: () => router.push(`/memories/${memory}` as Route) }, memory !== null);
}
