import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { effectsJoin, relevanceSql, reviewSql } from "./filter-sql.ts";
import { findingsJoin, worstRankSql } from "./lint-sql.ts";
import type { MemoryRow } from "./queries.ts";
import { type MemorySearchParams, type MemorySort, reviewStates } from "./search-params.ts";

// SQL: pages in an order that is put together at run time, with counts over other tables.

/** Which page, in which order; `at` is the moment that validity is judged at. */
export type ListParams = Partial<Omit<MemorySearchParams, "pageSize">> & { pageSize?: number; at?: Date };

/** A row of the page as it is stored. */
export type FoundRow = Omit<
  MemoryRow,
  "validFrom" | "validUntil" | "updatedAt" | "ineligible" | "lintSeverity"
> & {
  lintRank: number | null;
  validFrom: Date | null;
  validUntil: Date | null;
  updatedAt: Date;
};

const sortColumns: Record<Exclude<MemorySort, "relevance">, Prisma.Sql> = {
  updated: Prisma.sql`m."updatedAt"`,
  created: Prisma.sql`m."createdAt"`,
  title: Prisma.sql`lower(m."title")`,
  type: Prisma.sql`m."type"`,
  benchmark: Prisma.sql`m."benchmarkName"`,
  outcome: Prisma.sql`m."outcome"`,
  lifecycle: Prisma.sql`m."lifecycle"`,
  validUntil: Prisma.sql`m."validUntil"`,
  retrievals: Prisma.sql`coalesce(used."count", 0)`,
  lisi: Prisma.sql`measure."lisi"`,
  invariantShare: Prisma.sql`measure."invariantShare"`,
  effect: Prisma.sql`told."effect"`,
  q: Prisma.sql`told."q"`,
  lost: Prisma.sql`told."lost"`,
  gained: Prisma.sql`told."gained"`,
  // The worst severity, then the number of findings.
  lint: Prisma.sql`(coalesce(found."rank", 0), coalesce(found."count", 0))`,
  review: Prisma.sql`array_position(${[...reviewStates]}::text[], ${reviewSql})`,
  version: Prisma.sql`m."version"`,
};

const activeSpace = Prisma.sql`(SELECT space."id" FROM "EmbeddingSpace" space WHERE space."active" LIMIT 1)`;
const measureJoin = Prisma.sql`LEFT JOIN "MemoryMeasure" measure ON measure."memoryId" = m."id"
  AND measure."label" = 'benchmark' AND measure."spaceId" = ${activeSpace}`;

/** What sorting needs of other tables: counting over every memory is spared when nothing sorts by it. */
const sortJoins: Partial<Record<MemorySort, Prisma.Sql>> = {
  retrievals: Prisma.sql`LEFT JOIN (SELECT "memoryId", count(*) AS "count" FROM "Retrieval" GROUP BY 1) used
    ON used."memoryId" = m."id"`,
  lisi: measureJoin,
  invariantShare: measureJoin,
  effect: effectsJoin,
  q: effectsJoin,
  lost: effectsJoin,
  gained: effectsJoin,
  lint: findingsJoin,
};

/** Columns with empty places. An index is in no order with the empty ones last, so that only they ask for it. */
const withGaps: readonly MemorySort[] = [
  "validUntil",
  "lisi",
  "invariantShare",
  "effect",
  "q",
  "lost",
  "gained",
];

/** One page of the memories that hold a condition, in the order that is asked for. */
export function listPage(db: Db, where: Prisma.Sql, params: ListParams, size: number): Promise<FoundRow[]> {
  const { join, by } = orderOf(params);
  return db.$queryRaw<FoundRow[]>`
    SELECT m."id", m."type"::text, m."title", m."benchmarkName" AS "benchmark", m."taskName",
      m."outcome"::text, m."lifecycle"::text, m."validFrom", m."validUntil", m."tags", m."version",
      m."updatedAt", m."synthetic",
      (SELECT count(*)::int FROM "Retrieval" r WHERE r."memoryId" = m."id") AS "retrievals",
      (SELECT s."lisi" FROM "MemoryMeasure" s WHERE s."memoryId" = m."id" AND s."label" = 'benchmark'
        AND s."spaceId" = ${activeSpace}) AS "lisi",
      (SELECT s."invariantShare" FROM "MemoryMeasure" s WHERE s."memoryId" = m."id" AND s."label" = 'benchmark'
        AND s."spaceId" = ${activeSpace}) AS "invariantShare",
      (SELECT count(*)::int FROM "LintFinding" f WHERE f."memoryId" = m."id"
        AND f."memoryVersion" = m."version") AS "lintFindings",
      (SELECT ${worstRankSql}::int FROM "LintFinding" f WHERE f."memoryId" = m."id"
        AND f."memoryVersion" = m."version") AS "lintRank"
    FROM "Memory" m ${join}
    WHERE ${where}
    ORDER BY ${by}
    LIMIT ${size} OFFSET ${size * (Math.max(1, params.page ?? 1) - 1)}`;
}

/** What a page is ordered by, and what that needs of other tables. */
function orderOf({ sort, order = "desc", q = "" }: ListParams): { join: Prisma.Sql; by: Prisma.Sql } {
  const relevance = sort === "relevance" || !sort ? relevanceSql(q) : null;
  if (relevance) {
    return { join: Prisma.empty, by: Prisma.sql`${relevance}, m."updatedAt" DESC, m."id" DESC` };
  }
  const column = !sort || sort === "relevance" ? "updated" : sort;
  const direction = order === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const last = withGaps.includes(column) ? Prisma.sql`NULLS LAST` : Prisma.empty;
  // One task lost of one is −100 points, and says nothing: effects that can't be tested follow those that can.
  const before = column === "effect" ? Prisma.sql`told."q" IS NULL, ` : Prisma.empty;
  return {
    join: sortJoins[column] ?? Prisma.empty,
    by: Prisma.sql`${before}${sortColumns[column]} ${direction} ${last}, m."id" ${direction}`,
  };
}

/** How many memories hold a condition. */
export async function countWhere(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "Memory" m WHERE ${where}`;
  return row?.n ?? 0;
}
