import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestRun } from "#lib/runs/testing.ts";
import { getMostLostComparison, mostLost } from "./most-lost-comparison.ts";

const test = testDatabase();
const loss = (candidate: string, net: number) => ({ base: "z", candidate, net, pairs: 9 });

it("takes the newest of equal ones, and the least gain where nothing lost", () => {
  expect(mostLost([])).toBeNull();
  expect(mostLost([loss("newest", 2), loss("old", 2), loss("oldest", 1)])?.candidate).toBe("newest");
  expect(mostLost([loss("newest", -5), loss("old", -3)])?.candidate).toBe("old");
});

it("shows the comparison that lost most, not the newest", async () => {
  const { db } = test;
  expect(await getMostLostComparison(db)).toBeNull();
  const tasks = (t1: string, t2: string, t3: string) => ({ swe: { t1, t2, t3 } });
  const run = (name: string, at: string, arm: "zero_shot" | "memory", of: ReturnType<typeof tasks>) =>
    createTestRun(db, { name, arm, createdAt: new Date(at), tasks: of });
  await run("base", "2026-01-01", "zero_shot", tasks("ppp", "ppp", "fff"));
  await run("lost two", "2026-01-02", "memory", tasks("fff", "fff", "fff"));
  await run("lost two, gained one", "2026-01-03", "memory", tasks("fff", "fff", "ppp"));
  await run("newest", "2026-01-04", "memory", tasks("ppp", "ppp", "ppp"));
  await createTestRun(db, {
    name: "nothing in common",
    arm: "memory",
    createdAt: new Date("2026-01-05"),
    tasks: { gym: { t: "f" } },
  });
  const found = await getMostLostComparison(db);
  expect(found).toMatchObject({ net: 2, of: 3 });
  expect(found?.compared.candidate.name).toBe("lost two");
  expect(found?.compared.comparison).toMatchObject({ lost: 2, gained: 0 });

  // A run imported later is seen at once.
  await run("lost three", "2026-01-06", "memory", tasks("fff", "fff", "fff"));
  await db.run.deleteMany({ where: { name: "lost two" } });
  expect((await getMostLostComparison(db))?.compared.candidate.name).toBe("lost three");
});
