import type { Lifecycle, Prisma } from "#lib/db/generated/client.ts";

/** Why a memory may not be shown by retrieval; null = it may. */
export type Ineligibility = "candidate" | "deprecated" | "not yet valid" | "expired";

/** What decides whether a memory is servable. */
export type Serving = { lifecycle: Lifecycle; validFrom: Date | null; validUntil: Date | null };

/**
 * Whether a memory is servable at a moment: active, and inside [validFrom, validUntil).
 * @returns null when it is, else the first reason why not
 */
export function ineligibility(memory: Serving, at: Date): Ineligibility | null {
  if (memory.lifecycle !== "active") return memory.lifecycle;
  if (memory.validFrom && memory.validFrom > at) return "not yet valid";
  if (memory.validUntil && memory.validUntil <= at) return "expired";
  return null;
}

/** The same rule as a filter for queries. */
export function servableWhere(at: Date): Prisma.MemoryWhereInput {
  return {
    lifecycle: "active",
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: at } }] },
      { OR: [{ validUntil: null }, { validUntil: { gt: at } }] },
    ],
  };
}
