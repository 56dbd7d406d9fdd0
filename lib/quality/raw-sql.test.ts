import { expect, it } from "vitest";
import { isForTests, readModules } from "./module-graph.ts";

/**
 * Where a query is written as SQL because Prisma can't say it (vectors, locks, unnest, windows, triggers). A file that
 * is added here needs such a reason.
 */
const allowed = new Set(
  `
app/api/health/route.ts
lib/abstraction/memory-measures.ts
lib/abstraction/snapshots.ts
lib/attribution/shown-memories.ts
lib/attribution/store-effects.ts
lib/benchmarks/queries.ts
lib/benchmarks/same-benchmarks.ts
lib/db/data-revision.ts
lib/db/row-exists.ts
lib/demo/insert-rows.ts
lib/doctor/check-pool.ts
lib/embeddings/embed-memories.ts
lib/embeddings/embed-page.ts
lib/embeddings/read-vectors.ts
lib/embeddings/write-embeddings.ts
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
lib/memories/lint-sql.ts
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
lib/retrieval/list-exclusions.ts
lib/retrieval/nearest.ts
lib/retrieval/pool-sql.ts
lib/runs/task-bins.ts
lib/settings/move-benchmark.ts
lib/transfer/effort-queries.ts
lib/transfer/queries.ts
`.split(/\s+/),
);

const raw = /\$(?:queryRaw|executeRaw)(?:Unsafe)?(?:<|`|\()|\bPrisma\.(?:sql|raw)\b/;

it("writes SQL by hand only where Prisma can't say it", () => {
  const found = [...readModules(["app", "components", "lib"]).values()]
    .filter(({ path, text }) => !isForTests(path) && !path.startsWith("lib/quality/") && raw.test(text))
    .map(({ path }) => path);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((path) => !allowed.has(path))).toEqual([]);
});
