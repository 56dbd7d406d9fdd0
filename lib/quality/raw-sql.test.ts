import { expect, it } from "vitest";
import { isForTests, readModules } from "./module-graph.ts";

/**
 * A query is written as SQL only where Prisma can't say it (vectors, locks, unnest, windows, triggers), in a module of its
 * domain that is named *-sql.ts. These are still elsewhere.
 */
const allowed = new Set(
  `
app/api/health/route.ts
lib/benchmarks/queries.ts
lib/benchmarks/same-benchmarks.ts
lib/db/data-revision.ts
lib/db/row-exists.ts
lib/demo/insert-rows.ts
lib/doctor/check-pool.ts
lib/exports/read-pool.ts
lib/generation/lock-generation.ts
lib/imports/insert-memories.ts
lib/imports/link-source-trials.ts
lib/imports/stored-vectors.ts
lib/jobs/guard-writes.ts
lib/lint/lint-memories.ts
lib/lint/near-duplicates.ts
lib/lint/queries.ts
lib/maps/drift.ts
lib/maps/in-projection.ts
lib/maps/map-labels.ts
lib/maps/memory-columns.ts
lib/maps/place-memories.ts
lib/maps/queries.ts
lib/memories/facets.ts
lib/memories/measure-joins.ts
lib/memories/neighbors.ts
lib/memories/queries.ts
lib/memories/relevance.ts
lib/memories/review-state.ts
lib/memories/stored-effects.ts
lib/memories/tags.ts
lib/memories/usage.ts
lib/memories/verbs/lock-selection.ts
lib/memories/verbs/request-embedding.ts
lib/memories/where.ts
lib/overview/attention.ts
lib/settings/move-benchmark.ts
`.split(/\s+/),
);

const raw = /\$(?:queryRaw|executeRaw)(?:Unsafe)?(?:<|`|\()|\bPrisma\.(?:sql|raw)\b/;

it("writes SQL by hand only where Prisma can't say it", () => {
  const found = [...readModules(["app", "components", "lib"]).values()]
    .filter(({ path, text }) => !isForTests(path) && !path.startsWith("lib/quality/") && raw.test(text))
    .map(({ path }) => path);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((path) => !path.endsWith("-sql.ts") && !allowed.has(path))).toEqual([]);
});
