import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { seedMemorySaying } from "#lib/testing/memories.ts";
import { GET } from "./route.ts";

const database = testDatabase();
const memories = 20;

beforeAll(async () => {
  for (let n = 0; n < memories; n++) await seedMemorySaying(database.db, { text: `Task ${n}` });
  Object.assign(globalThis, { carryoverWebDb: database.db });
});

const download = () =>
  GET(
    new Request("http://127.0.0.1:3000/api/export?format=jsonl", { headers: { host: "127.0.0.1:3000" } }),
    {},
  );

it("makes three downloads at once, and tells the next when to come again", async () => {
  const [first, second, third] = [await download(), await download(), await download()];
  const refused = await download();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await refused.json()).toMatchObject({
    error: { code: "unavailable", message: expect.stringMatching(/Other downloads are running\. Try again/) },
  });

  // One that was read to its end makes room, and so does one that its reader left.
  expect((await first?.text())?.trim().split("\n")).toHaveLength(memories);
  const fourth = await download();
  expect(fourth.status).toBe(200);
  expect((await download()).status).toBe(503);
  await second?.body?.cancel();
  const fifth = await download();
  expect(fifth.status).toBe(200);
  for (const { body } of [third, fourth, fifth]) await body?.cancel();
});
