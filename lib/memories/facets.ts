import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { findingsJoin, severityRank } from "./lint-sql.ts";
import { reviewSql } from "./review-state.ts";
import {
  everyMemory,
  lintSeverities,
  type MemoryFacet,
  type MemoryFilter,
  validities,
} from "./search-params.ts";
import { effectsJoin, verdictSql } from "./stored-effects.ts";
import { facetConditions, identityConditions, validityCondition } from "./where.ts";

export type FacetCount = { value: string; count: number };
/** Counts of each facet's values, most first; a selected value that counts nothing is there with 0. */
export type FacetCounts = Record<MemoryFacet, FacetCount[]>;

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
const facetNames = Object.keys(facets) as MemoryFacet[];
/** One column of the counted table stands for each. */
const ownColumns = facetNames.length;

const severitySql = Prisma.sql`CASE coalesce(found."rank", 0) ${Prisma.join(
  lintSeverities.map((severity) => Prisma.sql`WHEN ${severityRank(severity)} THEN ${severity}::text`),
  " ",
)} END`;

const countRows = z.array(z.object({ facet: z.enum(facetNames), value: z.string(), count: z.number() }));

/**
 * How many memories each value of each facet would show. A facet's own choice does not narrow its
 * own counts, so that one sees what another choice would bring. One pass over the table: memories alike in every facet
 * are counted together first.
 */
export async function countFacets(
  db: Db,
  filter: Partial<MemoryFilter> = {},
  at = new Date(),
): Promise<FacetCounts> {
  const whole = { ...everyMemory, ...filter };
  const conditions = facetConditions(whole, at);
  const identity = identityConditions(whole);
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
  return group(countRows.parse(rows), whole);
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

function group(rows: z.infer<typeof countRows>, filter: MemoryFilter): FacetCounts {
  const grouped = Object.fromEntries(facetNames.map((facet) => [facet, [] as FacetCount[]])) as FacetCounts;
  for (const { facet, value, count } of rows) grouped[facet].push({ value, count });
  for (const facet of facetNames) {
    const counted = new Set(grouped[facet].map((entry) => entry.value));
    for (const value of filter[facet]) if (!counted.has(value)) grouped[facet].push({ value, count: 0 });
  }
  return grouped;
}
