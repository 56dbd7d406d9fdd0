import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withAtomicRequests } from "./atomic-requests.ts";

const host = mkdtempSync(join(tmpdir(), "carryover-wire-"));
const config = { host, port: 5432, user: "postgres", database: "postgres" };
const pool = new Pool({ ...config, max: 8 });
let stop = async () => {};

beforeAll(async () => {
  const db = await PGlite.create();
  const path = join(host, ".s.PGSQL.5432");
  const server = new PGLiteSocketServer({ db: withAtomicRequests(db), path, maxConnections: 20 });
  await server.start();
  await pool.query("CREATE TABLE kept (round int, filler text)");
  stop = async () => {
    await pool.end();
    await server.stop();
    await db.close();
  };
});
afterAll(async () => {
  await stop();
  rmSync(host, { recursive: true, force: true });
});

const rounds = Array.from({ length: 40 }, (_, round) => round);

async function askWithParameters(worker: number, filler: string): Promise<void> {
  for (const round of rounds) {
    const sql = `SELECT $1::int AS "asked${worker}", length($2) AS size`;
    const { rows } = await pool.query(sql, [round, filler]);
    expect(rows).toEqual([{ [`asked${worker}`]: round, size: filler.length }]);
  }
}

async function askPlainly(): Promise<void> {
  for (const _round of rounds) expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
}

async function writeInTransactions(filler: string): Promise<void> {
  for (const round of rounds) {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO kept VALUES ($1, $2)", [round, filler]);
    await client.query("COMMIT");
    client.release();
  }
}

it.each([
  ["that fit one packet", 1000],
  ["that arrive in pieces, so that others come between", 300_000],
])("answers each connection with its own query, with parameters %s", async (_why, size) => {
  await pool.query("DELETE FROM kept");
  const filler = "x".repeat(size);
  const workers = [0, 1, 2].flatMap((worker) => [
    askWithParameters(worker, filler),
    askPlainly(),
    writeInTransactions(filler),
  ]);
  await Promise.all(workers);
  expect((await pool.query("SELECT count(*)::int AS count FROM kept")).rows).toEqual([
    { count: 3 * rounds.length },
  ]);
});

it("goes on after a failed query", async () => {
  await expect(pool.query("SELECT 1/$1::int", [0])).rejects.toThrow("division by zero");
  expect((await pool.query("SELECT $1::text AS said", ["still here"])).rows).toEqual([
    { said: "still here" },
  ]);
});

it("goes on after a connection that was cut off in the middle of a query", async () => {
  const client = new Client(config);
  client.on("error", () => undefined);
  await client.connect();
  const cut = client.query("SELECT pg_sleep($1)", [0.1]).catch(() => "cut");
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  expect(await cut).toBe("cut");
  expect((await pool.query("SELECT $1::text AS said", ["still here"])).rows).toEqual([
    { said: "still here" },
  ]);
});

/** A message of the Postgres protocol: its letter, its length, its body. */
function message(letter: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(body) + 4);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body)]);
}

it.each([
  ["a transaction", [message("Q", "BEGIN\0")]],
  ["a failed transaction", [message("Q", "BEGIN\0"), message("Q", "SELECT 1/0\0")]],
  ["a query that failed before its end was sent", [message("P", "\0SELEC $1\0\0\0")]],
  ["both", [message("Q", "BEGIN\0"), message("P", "\0SELEC $1\0\0\0")]],
])("leaves nothing behind of a connection that is cut off within %s", async (_what, messages) => {
  const socket = connect(join(host, ".s.PGSQL.5432"));
  const version = "\0\u0003\0\0";
  socket.write(message("", `${version}user\0postgres\0database\0postgres\0\0`));
  await once(socket, "data");
  for (const each of messages) {
    socket.write(each);
    await once(socket, "data");
  }
  socket.destroy();
  await once(socket, "close");
  for (const round of [1, 2]) {
    expect((await pool.query("SELECT $1::int AS round", [round])).rows).toEqual([{ round }]);
  }
});

it("tells that the database throws instead of answering", async () => {
  const told: unknown[] = [];
  const broken = { execProtocolRawStream: () => Promise.reject(new Error("gone")) } as unknown as PGlite;
  const request = message("Q", "SELECT 1\0");
  await withAtomicRequests(broken, (error) => told.push(error)).execProtocolRawStream(request, {
    onRawData: () => undefined,
  });
  expect(told).toEqual([new Error("gone")]);
});
