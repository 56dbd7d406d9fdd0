import { sameBenchmarksSql } from "#lib/benchmarks/benchmarks-sql.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { severityCondition } from "./lint-sql.ts";
import { isMemoryId } from "./memory-id.ts";
import { suspectVerdicts } from "./review-state.ts";
import {
  expiringWithinDays,
  type MemoryFacet,
  type MemoryFilter,
  memoryEffects,
  reviewTag,
  type Validity,
} from "./search-params.ts";

// SQL: full-text search, arrays and conditions that are put together at run time, over "Memory" m.

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

/** Whether runs say one of some verdicts of "Memory" m; "unknown" = no run tells. */
function effectCondition(effects: MemoryFilter["effect"]): Prisma.Sql {
  const told = Prisma.sql`m."id" IN (SELECT "memoryId" FROM "MemoryEffect" WHERE "verdict" = ANY(${effects}))`;
  if (!effects.includes("unknown")) return told;
  return Prisma.sql`(${told} OR m."id" NOT IN (SELECT "memoryId" FROM "MemoryEffect"))`;
}

/** Joins to "Memory" m, as `told`, what runs say of it. */
export const effectsJoin = Prisma.sql`LEFT JOIN "MemoryEffect" told ON told."memoryId" = m."id"`;

/** What runs say of "Memory" m, by `effectsJoin`. */
export const verdictSql = Prisma.sql`coalesce(told."verdict", ${memoryEffects.at(-1)}::text)`;

/** The state of review of "Memory" m, as text: as `reviewState` has it. */
export const reviewSql = Prisma.sql`(CASE WHEN m."lifecycle" = 'deprecated' THEN 'deprecated'
  WHEN ${reviewTag} = ANY(m."tags") THEN 'marked' WHEN m."lifecycle" = 'candidate' THEN 'candidate'
  WHEN EXISTS (SELECT FROM "MemoryEffect" told WHERE told."memoryId" = m."id"
    AND told."verdict" = ANY(${suspectVerdicts})) THEN 'suspect' ELSE 'active' END)`;

/** A text in small letters with single spaces for whatever stands between its words, as the column of words has it. */
function plain(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(regexp_replace(' ' || ${text}, '[[:space:]!-/:-@[-\`{-~]+', ' ', 'g'))`;
}

/**
 * How well "Memory" m answers a search text: 0 = its title holds the words as a phrase (the last may be unfinished),
 * 1 = its title holds them all, 2 = they stand elsewhere; null = the text has no word.
 */
export function relevanceSql(q: string): Prisma.Sql | null {
  const query = searchQuery(q);
  if (query === null) return null;
  // A letter-by-letter look first: it is cheap, and most titles end there. Cheapest is it where no language's rules for
  // capitals are asked, which words of plain letters do without.
  const small = /^\p{ASCII}*$/u.test(query)
    ? Prisma.sql`lower(m."title" COLLATE "C")`
    : Prisma.sql`lower(m."title")`;
  const somewhere = [...query.matchAll(/'([^']+)'/g)].map(
    ([, word]) => Prisma.sql`position(${word}::text in ${small}) > 0`,
  );
  const phrase = Prisma.sql`rtrim(${plain(Prisma.sql`${q}::text`)})`;
  return Prisma.sql`(CASE WHEN NOT (${Prisma.join(somewhere, " AND ")}) THEN 2
    WHEN position(${phrase} in ${plain(Prisma.sql`m."title"`)}) > 0 THEN 0
    WHEN to_tsvector('simple', ${plain(Prisma.sql`m."title"`)}) @@ to_tsquery('simple', ${query}) THEN 1
    ELSE 2 END)`;
}
