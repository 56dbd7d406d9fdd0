import { listMemoryEffects, type MemoryEffect } from "#lib/attribution/memory-effects.ts";
import { cacheByRevision } from "#lib/db/cache-by-revision.ts";
import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type JobKind, jobTitles } from "#lib/jobs/kinds.ts";
import { failedWithinDays } from "#lib/jobs/search-params.ts";
import { expiringWithinDays, reviewTag } from "#lib/memories/search-params.ts";
import { listLinted } from "./overview-sql.ts";
import type { Attention, LintedMemory, SuspectList } from "./schema.ts";

const dayMs = 86_400_000;
const shown = 3;
const notDeprecated = { lifecycle: { not: "deprecated" } } as const;

const keepSuspects = cacheByRevision<SuspectList>(1, "Run", "Trial", "Task", "Retrieval", "Memory");
const keepLinted = cacheByRevision<LintedMemory[]>(1, "LintFinding", "Memory");

/** What waits for somebody at a moment: how many, and the first three of each kind. */
export async function getAttention(db: Db, now = new Date()): Promise<Attention> {
  const [suspects, candidates, expiring, lintErrors, failedJobs, others] = await Promise.all([
    keepSuspects(db, null, () => listSuspects(db)),
    listCandidates(db),
    listExpiring(db, now),
    keepLinted(db, "error", () => listLinted(db, "error")),
    listFailedJobs(db, now),
    countOthers(db, now),
  ]);
  return {
    suspects,
    candidates,
    expiring,
    lintErrors: { count: lintErrors.length, first: lintErrors.slice(0, shown) },
    failedJobs,
    others,
  };
}

/** Harmful and suspected memories that are still in use, the smallest q first. */
async function listSuspects(db: Db): Promise<SuspectList> {
  const effects = [...(await listMemoryEffects(db)).values()];
  const byQ = effects
    .filter(({ verdict }) => verdict === "harmful" || verdict === "suspected")
    .sort((a, b) => (a.q ?? 1) - (b.q ?? 1) || a.effect - b.effect || a.memoryId.localeCompare(b.memoryId));
  const titles = await db.memory.findMany({
    where: { id: { in: byQ.map(({ memoryId }) => memoryId) }, ...notDeprecated },
    select: { id: true, title: true },
  });
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  const suspects = byQ.filter(({ memoryId }) => titleOf.has(memoryId));
  return {
    count: suspects.length,
    harmful: suspects.filter(({ verdict }) => verdict === "harmful").length,
    first: suspects.slice(0, shown).map((effect) => ({
      id: effect.memoryId,
      title: titleOf.get(effect.memoryId) ?? "",
      q: effect.q,
      verdict: effect.verdict === "harmful" ? "harmful" : "suspected",
    })),
    ...signsOfHarm(effects),
  };
}

/** How many of the tested memories point to harm at p <= 0.05; by chance alone half of that share would at most. */
function signsOfHarm(effects: readonly MemoryEffect[]): Pick<SuspectList, "tested" | "signs"> {
  const tested = effects.filter(({ p }) => p !== null);
  return {
    tested: tested.length,
    signs: tested.filter(({ p, effect }) => effect < 0 && p !== null && p <= 0.05).length,
  };
}

async function listCandidates(db: Db): Promise<Attention["candidates"]> {
  const where = { lifecycle: "candidate" } as const;
  const [count, first] = await Promise.all([
    db.memory.count({ where }),
    db.memory.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: shown,
      select: { id: true, title: true, createdAt: true },
    }),
  ]);
  return { count, first };
}

/** Active and valid now, and soon no longer. */
async function listExpiring(db: Db, now: Date): Promise<Attention["expiring"]> {
  const where: Prisma.MemoryWhereInput = {
    lifecycle: "active",
    validUntil: { gt: now, lte: new Date(now.getTime() + expiringWithinDays * dayMs) },
    OR: [{ validFrom: null }, { validFrom: { lte: now } }],
  };
  const [count, first] = await Promise.all([
    db.memory.count({ where }),
    db.memory.findMany({
      where,
      orderBy: [{ validUntil: "asc" }, { id: "asc" }],
      take: shown,
      select: { id: true, title: true, validUntil: true },
    }),
  ]);
  return {
    count,
    first: first.flatMap(({ validUntil, ...rest }) => (validUntil ? [{ ...rest, validUntil }] : [])),
  };
}

async function listFailedJobs(db: Db, now: Date): Promise<Attention["failedJobs"]> {
  const where = {
    state: "failed",
    finishedAt: { gte: new Date(now.getTime() - failedWithinDays * dayMs) },
  } as const;
  const [count, first] = await Promise.all([
    db.job.count({ where }),
    db.job.findMany({
      where,
      orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
      take: shown,
      select: { id: true, kind: true, error: true, finishedAt: true },
    }),
  ]);
  return {
    count,
    first: first.map(({ kind, finishedAt, ...rest }) => ({
      ...rest,
      title: jobTitles[kind as JobKind] ?? kind,
      finishedAt: finishedAt ?? now,
    })),
  };
}

async function countOthers(db: Db, now: Date): Promise<Attention["others"]> {
  const space = await db.embeddingSpace.findFirst({ where: { active: true }, select: { id: true } });
  const [expired, staleEmbeddings, missingEmbeddings, lintWarnings, pendingDrafts, inReview] =
    await Promise.all([
      db.memory.count({ where: { lifecycle: "active", validUntil: { lte: now } } }),
      space ? db.embedding.count({ where: { spaceId: space.id, stale: true } }) : 0,
      db.memory.count({
        where: { ...notDeprecated, ...(space ? { embeddings: { none: { spaceId: space.id } } } : {}) },
      }),
      keepLinted(db, "warning", () => listLinted(db, "warning")),
      db.generation.count({ where: { state: "pending" } }),
      db.memory.count({ where: { ...notDeprecated, tags: { has: reviewTag } } }),
    ]);
  return {
    expired,
    staleEmbeddings,
    missingEmbeddings,
    lintWarnings: lintWarnings.length,
    pendingDrafts,
    inReview,
  };
}
