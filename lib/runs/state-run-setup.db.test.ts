import { expect, it } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { getRun } from "./queries.ts";
import { stateRunSetup } from "./state-run-setup.ts";
import { createTestRun } from "./testing.ts";

const test = testDatabase();
const editor = { name: "ana", role: "editor" } as const;

it("keeps what is stated of a run, with who stated it, and refuses what is no setup", async () => {
  const { db } = test;
  const { id } = await createTestRun(db, { name: "r", config: { poolSize: 431, timeout: 60 }, tasks: {} });
  expect(await stateRunSetup(db, id, { poolSize: "12", retrieval: "rerank" }, editor)).toMatchObject({
    ok: true,
  });
  expect(await getRun(db, id)).toMatchObject({
    setup: { poolSize: 12, retrieval: "rerank", timeoutSeconds: 60, generator: null },
    statedSetup: { poolSize: 12, timeoutSeconds: null },
  });
  const audit = await db.auditEvent.findFirst({ where: { action: "run.setup", subjectId: id } });
  expect(audit).toMatchObject({
    actor: "ana",
    detail: { before: null, after: { poolSize: 12, retrieval: "rerank" } },
  });
  expect(await stateRunSetup(db, id, { poolSize: "a few" }, editor)).toMatchObject({
    ok: false,
    error: { code: "invalid", fields: { poolSize: ["Pool size is a number"] } },
  });
  expect(await stateRunSetup(db, id, {}, { name: "bo", role: "reader" })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await stateRunSetup(db, "none", {}, editor)).toMatchObject({ error: { code: "not_found" } });
});
