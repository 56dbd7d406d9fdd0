import { expect, it } from "vitest";
import { isForTests, readModules } from "./module-graph.ts";

/**
 * A query is written as SQL only where Prisma can't say it (vectors, locks, unnest, windows, triggers), in a module of its
 * domain that is named *-sql.ts, or in lib/db.
 */
const raw = /\$(?:queryRaw|executeRaw)(?:Unsafe)?(?:<|`|\()|\bPrisma\.(?:sql|raw)\b/;

it("writes SQL by hand only where Prisma can't say it", () => {
  const found = [...readModules(["app", "components", "lib"]).values()]
    .filter(({ path, text }) => !isForTests(path) && !path.startsWith("lib/quality/") && raw.test(text))
    .map(({ path }) => path);
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((path) => !path.endsWith("-sql.ts") && !path.startsWith("lib/db/"))).toEqual([]);
});
