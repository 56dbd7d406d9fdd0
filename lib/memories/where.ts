import { sameBenchmarksSql } from "#lib/benchmarks/benchmarks-sql.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { severityCondition } from "./lint-sql.ts";
import { reviewSql } from "./review-state.ts";
import { expiringWithinDays, type MemoryFacet, type MemoryFilter, type Validity } from "./search-params.ts";
import { effectCondition } from "./stored-effects.ts";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from a URL can be an id at all: Postgres refuses to compare anything else with one. */
export function isMemoryId(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * The query of a search box as a tsquery: every word must occur, the end of each may be missing.
 * Punctuation is a break, as in the column; null when there is no word in it.
 */
export function searchQuery(q: string): string | null {
  const words = q
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, 20);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(" & ");
}

/** The filter as SQL over "Memory" m; `except` leaves one facet out, for the counts of that facet. */
export function memoryWhere(filter: MemoryFilter, at: Date, except?: MemoryFacet): Prisma.Sql {
  const conditions = [
    ...identityConditions(filter),
    ...Object.entries(facetConditions(filter, at))
      .filter(([facet]) => facet !== except)
      .map(([, condition]) => condition),
  ];
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}

/** What no facet stands for: the search text, and ids picked one by one. */
export function identityConditions(filter: Pick<MemoryFilter, "q" | "ids">): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const query = searchQuery(filter.q);
  if (query) conditions.push(Prisma.sql`m."searchVector" @@ to_tsquery('simple', ${query})`);
  // Text without a word in it is text that nothing holds.
  else if (filter.q.trim()) conditions.push(Prisma.sql`FALSE`);
  if (filter.ids.length > 0) {
    conditions.push(Prisma.sql`m."id" = ANY(${filter.ids.filter(isMemoryId)}::uuid[])`);
  }
  return conditions;
}

/** One condition for each facet that is set. */
export function facetConditions(filter: MemoryFilter, at: Date): Partial<Record<MemoryFacet, Prisma.Sql>> {
  const conditions: Partial<Record<MemoryFacet, Prisma.Sql>> = {};
  const { type, benchmark, lifecycle, outcome, validity, tag, generator, lint, severity } = filter;
  if (type.length > 0) conditions.type = Prisma.sql`m."type" = ANY(${type}::"MemoryType"[])`;
  if (benchmark.length > 0) {
    conditions.benchmark = Prisma.sql`m."benchmarkName" IN ${sameBenchmarksSql(benchmark)}`;
  }
  if (lifecycle.length > 0) {
    conditions.lifecycle = Prisma.sql`m."lifecycle" = ANY(${lifecycle}::"Lifecycle"[])`;
  }
  if (outcome.length > 0) conditions.outcome = Prisma.sql`m."outcome" = ANY(${outcome}::"MemoryOutcome"[])`;
  if (validity.length > 0) {
    conditions.validity = Prisma.sql`(${Prisma.join(
      validity.map((value) => validityCondition(value, at)),
      " OR ",
    )})`;
  }
  if (tag.length > 0) conditions.tag = Prisma.sql`m."tags" && ${tag}::text[]`;
  if (generator.length > 0) conditions.generator = Prisma.sql`m."generator" = ANY(${generator})`;
  if (filter.effect.length > 0) conditions.effect = effectCondition(filter.effect);
  if (filter.review.length > 0) conditions.review = Prisma.sql`${reviewSql} = ANY(${filter.review})`;
  if (severity.length > 0) conditions.severity = severityCondition(severity);
  if (lint.length > 0) {
    conditions.lint = Prisma.sql`EXISTS (SELECT FROM "LintFinding" f WHERE f."memoryId" = m."id"
      AND f."memoryVersion" = m."version" AND f."rule" = ANY(${lint}))`;
  }
  return conditions;
}

/** The validity window is [validFrom, validUntil), as in `ineligibility`. */
export function validityCondition(validity: Validity, at: Date): Prisma.Sql {
  const started = Prisma.sql`(m."validFrom" IS NULL OR m."validFrom" <= ${at})`;
  const unended = Prisma.sql`(m."validUntil" IS NULL OR m."validUntil" > ${at})`;
  switch (validity) {
    case "valid":
      return Prisma.sql`(${started} AND ${unended})`;
    case "expiring":
      return Prisma.sql`(${started} AND m."validUntil" > ${at} AND m."validUntil" <= ${soon(at)})`;
    case "expired":
      return Prisma.sql`(${started} AND m."validUntil" <= ${at})`;
    case "not-yet-valid":
      return Prisma.sql`(m."validFrom" > ${at})`;
  }
}

function soon(at: Date): Date {
  return new Date(at.getTime() + expiringWithinDays * 86_400_000);
}
