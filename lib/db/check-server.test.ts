import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { afterEach, describe, expect, it } from "vitest";
import { checkServer } from "./check-server.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The address of a server on loopback, as somebody would write it into DATABASE_URL. */
async function serve(db: PGlite): Promise<string> {
  const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port: 0 });
  await server.start();
  closers.push(async () => {
    await server.stop();
    await db.close();
  });
  return `postgresql://postgres:s3cret@${server.getServerConn()}/postgres`;
}

describe("checkServer", () => {
  it("says that a server has no pgvector, and what to do, without the password", async () => {
    const checked = await checkServer(await serve(await PGlite.create()));
    expect(checked).toMatchObject({ ok: false, error: { code: "unavailable" } });
    const sentence = checked.ok ? "" : checked.error.message;
    expect(sentence).toMatch(/^The server of DATABASE_URL \(127\.0\.0\.1:\d+\/postgres\) has no pgvector\./);
    expect(sentence).toContain("unset DATABASE_URL");
    expect(sentence).not.toContain("s3cret");
  });

  it("adds pgvector where it is installed but not yet part of the database", async () => {
    const db = await PGlite.create({ extensions: { vector } });
    expect(await checkServer(await serve(db))).toEqual({ ok: true, value: undefined });
    const { rows } = await db.query("SELECT '[1,2]'::vector <-> '[1,4]' AS distance");
    expect(rows).toEqual([{ distance: 2 }]);
  });

  it("names the superuser's command where the user may not add it", async () => {
    const db = await PGlite.create({ extensions: { vector } });
    const address = await serve(db);
    await db.exec("CREATE ROLE guest LOGIN; SET SESSION AUTHORIZATION guest");
    const checked = await checkServer(address);
    expect(checked.ok ? "" : checked.error.message).toMatch(
      /this user may not add it \(permission denied.*\)\. Run there as a superuser: CREATE EXTENSION vector$/,
    );
  });

  it("says that nobody answers", async () => {
    const address = await serve(await PGlite.create());
    for (const close of closers.splice(0)) await close();
    expect(await checkServer(address)).toMatchObject({
      error: { code: "unavailable", message: expect.stringMatching(/^Cannot reach DATABASE_URL \(127/) },
    });
  });

  it("refuses what is no address, without repeating it", async () => {
    const checked = await checkServer("mysql://root:s3cret@localhost/db");
    expect(checked).toMatchObject({ error: { code: "invalid" } });
    expect(checked.ok ? "" : checked.error.message).not.toContain("s3cret");
  });
});
