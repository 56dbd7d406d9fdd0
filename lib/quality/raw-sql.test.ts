import { expect, it } from "vitest";
import { isForTests, readModules } from "./module-graph.ts";

/**
 * A query is written as SQL only where Prisma can't say it (vectors, locks, unnest, windows, triggers), in a module of its
 * domain that is named *-sql.ts, or in lib/db. These are still elsewhere.
 */
const allowed = new Set(
  `
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
lib/memories/where.ts
`.split(/\s+/),
);

const raw = /\$(?:queryRaw|executeRaw)(?:Unsafe)?(?:<|`|\()|\bPrisma\.(?:sql|raw)\b/;

it("writes SQL by hand only where Prisma can't say it", () => {
  const found = [...readModules(["app", "components", "lib"]).values()]
    .filter(({ path, text }) => !isForTests(path) && !path.startsWith("lib/quality/") && raw.test(text))
    .map(({ path }) => path);
  expect(found.length).toBeGreaterThan(15);
  expect(
    found.filter((path) => !path.endsWith("-sql.ts") && !path.startsWith("lib/db/") && !allowed.has(path)),
  ).toEqual([]);
});
