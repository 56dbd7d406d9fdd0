import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDb } from "./client.ts";
import { describeOutage } from "./outage.ts";

const host = mkdtempSync(join(tmpdir(), "carryover-outage-"));
afterAll(() => rmSync(host, { recursive: true, force: true }));

async function failureOf(work: (db: ReturnType<typeof openDb>) => Promise<unknown>): Promise<unknown> {
  const db = openDb({ host, port: 5432, user: "postgres", database: "postgres" });
  try {
    return await work(db).then(
      () => null,
      (error: unknown) => error,
    );
  } finally {
    await db.$disconnect();
  }
}

describe("describeOutage", () => {
  it("knows a server that is not there, whatever asked it", async () => {
    const asked = [
      await failureOf((db) => db.memory.count()),
      await failureOf((db) => db.$queryRaw`SELECT 1`),
      await failureOf((db) => db.$transaction((tx) => tx.memory.count())),
    ];
    expect(asked.map(describeOutage)).toEqual(asked.map(() => expect.stringContaining("went away")));
  });

  it("knows a server that goes in the middle", async () => {
    const server = createServer((socket: Socket) => socket.once("data", () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(join(host, ".s.PGSQL.5432"), resolve));
    const cut = await failureOf((db) => db.memory.count());
    server.close();
    expect(describeOutage(cut)).toContain("went away");
  });

  it.each([
    [Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" })],
    [
      new Error("could not query", {
        cause: Object.assign(new Error("could not extend file"), { code: "53100" }),
      }),
    ],
    [
      {
        code: "P2010",
        meta: {
          driverAdapterError: { cause: { originalCode: "53100", message: "x: No space left on device" } },
        },
      },
    ],
  ])("knows a full disk: %s", (error) => {
    expect(describeOutage(error)).toMatch(/^The disk takes no more data/);
  });

  it.each([
    [new TypeError("x is not a function")],
    [new Error('relation "Memory" does not exist')],
    ["a text"],
    [null],
  ])("leaves what is a fault of ours alone: %s", (error) => {
    expect(describeOutage(error)).toBeNull();
  });
});
