import { storeMemoryEffects } from "#lib/attribution/store-effects.ts";
import type { RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { PredictedMemory } from "./schema.ts";

const fields = {
  id: true,
  type: true,
  benchmarkName: true,
  outcome: true,
  tags: true,
  title: true,
  searchText: true,
  version: true,
  createdAt: true,
  sourceTrial: { select: { outcome: true } },
  lintFindings: { select: { rule: true, memoryVersion: true } },
  measures: {
    select: { label: true, lisi: true, invariantShare: true, space: { select: { active: true } } },
  },
} satisfies Prisma.MemorySelect;
type Row = Prisma.MemoryGetPayload<{ select: typeof fields }>;

/** The memories whose effect could be tested, with all that predictors read of them. */
export async function readPredictedMemories(db: RootDb, now = new Date()): Promise<PredictedMemory[]> {
  await storeMemoryEffects(db);
  const effects = await db.memoryEffect.findMany({
    where: { q: { not: null } },
    select: { memoryId: true, effect: true },
    orderBy: { memoryId: "asc" },
  });
  const rows = await db.memory.findMany({
    where: { id: { in: effects.map(({ memoryId }) => memoryId) } },
    select: fields,
  });
  const wasLinted = (await db.lintFinding.findFirst({ select: { id: true } })) !== null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return effects.flatMap(({ memoryId, effect }) => {
    const row = byId.get(memoryId);
    return row ? [{ ...describeMemory(row, wasLinted, now), effect }] : [];
  });
}

function describeMemory(row: Row, wasLinted: boolean, now: Date): Omit<PredictedMemory, "effect"> {
  const measure = row.measures.find(({ label, space }) => label === "benchmark" && space.active);
  const findings = row.lintFindings.filter(({ memoryVersion }) => memoryVersion === row.version);
  return {
    id: row.id,
    type: row.type,
    benchmark: row.benchmarkName,
    outcome: row.outcome,
    isMislabeled: isMislabeled(row),
    rules: wasLinted ? new Set(findings.map(({ rule }) => rule)) : null,
    lisi: measure?.lisi ?? null,
    invariantShare: measure?.invariantShare ?? null,
    characters: row.searchText.length,
    age: (now.getTime() - row.createdAt.getTime()) / 86_400_000,
    tags: new Set(row.tags),
    words: new Set(`${row.title} ${row.searchText}`.toLowerCase().match(/\p{L}[\p{L}\p{N}-]{2,}/gu) ?? []),
  };
}

/** Known where the trial it was born from is stored, and both say passed or failed. */
function isMislabeled({ outcome, sourceTrial }: Row): boolean | null {
  const truth = sourceTrial?.outcome;
  if (outcome === "unknown" || (truth !== "passed" && truth !== "failed")) return null;
  return outcome !== truth;
}
