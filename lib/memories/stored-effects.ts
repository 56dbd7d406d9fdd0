import type { Db } from "#lib/db/client.ts";
import { getRevision, type RevisedTable } from "#lib/db/data-revision.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type MemoryFilter, memoryEffects } from "./search-params.ts";

// "MemoryEffect" is written by lib/attribution; here it is only read.

/** What the table is computed from. */
export const effectSources = ["Run", "Trial", "Task", "Retrieval"] as const satisfies RevisedTable[];
/** Its name in "DerivedTable". */
export const effectTable = "MemoryEffect";

/** Whether the stored effects are those of the runs as they are now. */
export async function areEffectsCurrent(db: Db): Promise<boolean> {
  const revision = await getRevision(db, ...effectSources);
  const stored = await db.derivedTable.findUnique({ where: { name: effectTable } });
  return stored?.revision === revision;
}

/** Whether a filter asks what runs say of memories. */
export function asksForEffects({ effect, review }: Pick<MemoryFilter, "effect" | "review">): boolean {
  return effect.length > 0 || review.length > 0;
}

/** Whether runs say one of some verdicts of "Memory" m; "unknown" = no run tells. */
export function effectCondition(effects: MemoryFilter["effect"]): Prisma.Sql {
  const told = Prisma.sql`m."id" IN (SELECT "memoryId" FROM "MemoryEffect" WHERE "verdict" = ANY(${effects}))`;
  if (!effects.includes("unknown")) return told;
  return Prisma.sql`(${told} OR m."id" NOT IN (SELECT "memoryId" FROM "MemoryEffect"))`;
}

/** Joins to "Memory" m, as `told`, what runs say of it. */
export const effectsJoin = Prisma.sql`LEFT JOIN "MemoryEffect" told ON told."memoryId" = m."id"`;

/** What runs say of "Memory" m, by `effectsJoin`. */
export const verdictSql = Prisma.sql`coalesce(told."verdict", ${memoryEffects.at(-1)}::text)`;
