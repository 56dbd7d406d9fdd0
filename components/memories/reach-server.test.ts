import { expect, it } from "vitest";
import { ok } from "#lib/shared/result.ts";
import { reachServer } from "./reach-server.ts";

it("hands on what the server answered", async () => {
  expect(await reachServer(async () => ok({ version: 2 }))).toEqual({ ok: true, value: { version: 2 } });
});

it("turns a server that is gone into a failure that can be shown beside what is typed", async () => {
  const gone = await reachServer(async () => {
    throw new TypeError("Failed to fetch");
  });
  expect(gone).toMatchObject({ ok: false, error: { code: "unavailable" } });
});
