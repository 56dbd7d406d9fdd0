import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { watchDatabase } from "./watch-database.ts";

const host = mkdtempSync(join(tmpdir(), "carryover-watch-"));
const path = join(host, ".s.PGSQL.5432");
const config = () => ({ host, port: 5432, user: "postgres", database: "postgres" });
const quick = { everyMs: 1000, answerWithinMs: 2000, refusals: 2 };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => rmSync(host, { recursive: true, force: true }));

function watch() {
  const hung = vi.fn();
  closers.push(watchDatabase(config, hung, quick));
  return hung;
}

it("says nothing of a database that answers", async () => {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, path, maxConnections: 5 });
  await server.start();
  closers.push(async () => {
    await server.stop();
    await db.close();
  });
  const hung = watch();
  await sleep(4500);
  expect(hung).not.toHaveBeenCalled();
});

it("finds one that takes questions and never answers", async () => {
  const silent = createServer((socket) => closers.push(() => socket.destroy()));
  await new Promise<void>((resolve) => silent.listen(path, resolve));
  closers.push(() => silent.close());
  const hung = watch();
  await vi.waitFor(() => expect(hung).toHaveBeenCalledWith("did not answer for 2 s"), { timeout: 10_000 });
  await sleep(1500);
  expect(hung).toHaveBeenCalledOnce();
});

it("finds one whose socket is gone", async () => {
  const hung = watch();
  await vi.waitFor(() => expect(hung).toHaveBeenCalledWith("can't be reached"), { timeout: 10_000 });
});
