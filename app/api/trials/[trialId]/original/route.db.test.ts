import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importAt } from "#lib/testing/import-at.ts";
import { GET } from "./route.ts";

const database = testDatabase();
const folder = join(import.meta.dirname, "../../../../../lib/imports/fixtures/runs/tb-submission/toy-agent2");
let trialId: string;

beforeAll(async () => {
  Object.assign(globalThis, { carryoverWebDb: database.db });
  await importAt(database.db, folder);
  trialId = (await database.db.trial.findFirstOrThrow()).id;
});

const ask = (id: string, query = "") =>
  GET(
    new Request(`http://127.0.0.1:3000/api/trials/${id}/original${query}`, {
      headers: { host: "127.0.0.1:3000" },
    }),
    { params: Promise.resolve({ trialId: id }) },
  );

it("sends the file as it was imported, to be saved and never shown", async () => {
  const response = await ask(trialId);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": 'attachment; filename="results.json"',
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(await readFile(join(folder, "results.json")));
});

it.each(["?kind=trajectory", "?kind=../x"])("answers 404 where nothing is kept: %s", async (query) => {
  expect((await ask(trialId, query)).status).toBe(404);
  expect((await ask("nobody")).status).toBe(404);
});
