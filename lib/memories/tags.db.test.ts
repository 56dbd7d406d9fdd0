import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { createTestMemory } from "#lib/runs/testing.ts";
import { listTags } from "./memories-sql.ts";

const test = testDatabase();

it("lists tags, the most used first, equal ones by name", async () => {
  expect(await listTags(test.db)).toEqual({ rows: [], total: 0 });
  for (const tags of [["review", "b"], ["review", "a"], []]) {
    const id = await createTestMemory(test.db, { title: tags.join(" ") || "none", benchmarkName: "gym" });
    await test.db.memory.update({ where: { id }, data: { tags } });
  }
  expect(await listTags(test.db)).toEqual({ rows: ["review", "a", "b"], total: 3 });
});
