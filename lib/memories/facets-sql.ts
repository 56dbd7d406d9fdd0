import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  effectsJoin,
  facetConditions,
  identityConditions,
  reviewSql,
  validityCondition,
  verdictSql,
} from "./filter-sql.ts";
import { findingsJoin, severityRank } from "./lint-sql.ts";
import { lintSeverities, type MemoryFacet, type MemoryFilter, validities } from "./search-params.ts";

// SQL: eleven counts in one pass.

const facets: Record<MemoryFacet, Prisma.Sql> = {
  type: Prisma.sql`"type"`,
  benchmark: Prisma.sql`"benchmark"`,
  lifecycle: Prisma.sql`"lifecycle"`,
  outcome: Prisma.sql`"outcome"`,
  validity: Prisma.sql`unnest("validity")`,
  tag: Prisma.sql`unnest("tags")`,
  generator: Prisma.sql`"generator"`,
  effect: Prisma.sql`"verdict"`,
  review: Prisma.sql`"review"`,
  severity: Prisma.sql`"severity"`,
  lint: Prisma.sql`unnest("rules")`,
};
export const facetNames = Object.keys(facets) as MemoryFacet[];
/** One column of the counted table stands for each. */
const ownColumns = facetNames.length;

const severitySql = Prisma.sql`CASE coalesce(found."rank", 0) ${Prisma.join(
  lintSeverities.map((severity) => Prisma.sql`WHEN ${severityRank(severity)} THEN ${severity}::text`),
  " ",
)} END`;

const countRows = z.array(z.object({ facet: z.enum(facetNames), value: z.string(), count: z.number() }));
/** How many memories a value of a facet holds. */
export type ValueCount = z.infer<typeof countRows>[number];

/**
 * How many memories each value of each facet holds under the choices of all other facets. One pass over the table:
 * memories alike in every facet are counted together first.
 */
export async function countValues(db: Db, filter: MemoryFilter, at: Date): Promise<ValueCount[]> {
  const conditions = facetConditions(filter, at);
  const identity = identityConditions(filter);
  const flags = facetNames.map(
    (facet) => Prisma.sql`(${conditions[facet] ?? Prisma.sql`TRUE`}) AS ${flagOf(facet)}`,
  );
  const validity = validities.map(
    (value) => Prisma.sql`CASE WHEN ${validityCondition(value, at)} THEN ${value}::text END`,
  );
  // Every column but the last, which counts.
  const grouped = Array.from({ length: ownColumns + flags.length }, (_, place) =>
    Prisma.raw(String(place + 1)),
  );
  const rows = await db.$queryRaw`
    WITH base AS MATERIALIZED (
      SELECT m."type"::text AS "type", m."benchmarkName" AS "benchmark", m."lifecycle"::text AS "lifecycle",
        m."outcome"::text AS "outcome", m."tags", m."generator", found."rules", ${verdictSql} AS "verdict",
        ${reviewSql} AS "review", ${severitySql} AS "severity",
        array_remove(ARRAY[${Prisma.join(validity)}], NULL) AS "validity", ${Prisma.join(flags)},
        count(*)::int AS "alike"
      FROM "Memory" m ${findingsJoin} ${effectsJoin}
      WHERE ${identity.length > 0 ? Prisma.join(identity, " AND ") : Prisma.sql`TRUE`}
      GROUP BY ${Prisma.join(grouped)}
    )
    SELECT * FROM (${Prisma.join(facetNames.map(countsOf), " UNION ALL ")}) counts
    WHERE "value" IS NOT NULL ORDER BY "count" DESC, "value"`;
  return countRows.parse(rows);
}

/** The counts of one facet, under the choices of all others. */
function countsOf(facet: MemoryFacet): Prisma.Sql {
  const others = facetNames.filter((name) => name !== facet).map(flagOf);
  return Prisma.sql`SELECT ${facet}::text AS "facet", ${facets[facet]} AS "value", sum("alike")::int AS "count"
    FROM base WHERE ${Prisma.join(others, " AND ")} GROUP BY 2`;
}

function flagOf(facet: MemoryFacet): Prisma.Sql {
  return Prisma.raw(`"in_${facet}"`);
}
