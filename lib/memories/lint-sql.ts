import { Prisma } from "#lib/db/generated/client.ts";
import { lintSeverities, type WorstSeverity } from "./search-params.ts";

/** 0 = nothing found, 3 = an error. */
export function severityRank(severity: WorstSeverity): number {
  return lintSeverities.length - 1 - lintSeverities.indexOf(severity);
}

/** The severity of a rank. */
export function severityOf(rank: number): WorstSeverity {
  return lintSeverities[lintSeverities.length - 1 - rank] ?? "none";
}

/** The rank of the worst finding among those of a group, over "LintFinding" rows. */
export const worstRankSql = Prisma.sql`max(CASE "severity" WHEN 'error' THEN 3 WHEN 'warning' THEN 2 ELSE 1 END)`;

/** Joins to "Memory" m, as `found`, what lint found in it as it is now: worst rank, number, and rules. */
export const findingsJoin = Prisma.sql`LEFT JOIN (
    SELECT "memoryId", "memoryVersion", count(*)::int AS "count", ${worstRankSql} AS "rank",
      array_agg(DISTINCT "rule") AS "rules"
    FROM "LintFinding" GROUP BY 1, 2
  ) found ON found."memoryId" = m."id" AND found."memoryVersion" = m."version"`;

/** Whether the worst finding in "Memory" m as it is now is of one of some severities; "none" = nothing was found. */
export function severityCondition(severities: readonly WorstSeverity[]): Prisma.Sql {
  const ranks = severities.map(severityRank).filter((rank) => rank > 0);
  const found = Prisma.sql`(m."id", m."version") IN (SELECT "memoryId", "memoryVersion" FROM "LintFinding"
    GROUP BY 1, 2 HAVING ${worstRankSql} = ANY(${ranks}))`;
  if (!severities.includes("none")) return found;
  return Prisma.sql`(${found} OR (m."id", m."version") NOT IN (SELECT "memoryId", "memoryVersion" FROM "LintFinding"))`;
}
