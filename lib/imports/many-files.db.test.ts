import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { testDatabase } from "#lib/db/testing.ts";
import { importPaths } from "./import-paths.ts";

const database = testDatabase();
const actor = { name: "ada", role: "editor" } as const;

it("writes the memories of many small files in few transactions", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-many-"));
  try {
    for (let index = 0; index < 450; index += 1) {
      const content = { title: `Title ${index}`, description: "d", content: "c" };
      await writeFile(
        join(folder, `${index}.json`),
        JSON.stringify({ type: "insight", benchmark: "b", content }),
      );
    }
    const transactions = vi.spyOn(database.db, "$transaction");
    const result = await importPaths(database.db, [folder], {}, { actor });
    expect(result).toMatchObject({ value: { memories: { created: 450 } } });
    // Three chunks of at most 200, and the job that embeds them.
    expect(transactions.mock.calls.length).toBeLessThanOrEqual(4);
    transactions.mockRestore();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("stops while it walks a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-stop-"));
  const stop = new AbortController();
  stop.abort(new Error("Stopped."));
  try {
    await writeFile(join(folder, "a.json"), "{}");
    const work = importPaths(database.db, [folder], {}, { actor, signal: stop.signal });
    await expect(work).rejects.toThrow("Stopped.");
    expect(await database.db.auditEvent.count()).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("hears that it is to stop while it reads small files, which never wait", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carryover-heard-"));
  const stop = new AbortController();
  // Every look at the clock is a second later than the last: a pause is due at each file.
  let clock = 0;
  const now = vi.spyOn(performance, "now").mockImplementation(() => (clock += 1000));
  let read = 0;
  const progress = () => {
    read += 1;
    if (read === 1) setImmediate(() => stop.abort(new Error("Stopped.")));
  };
  try {
    for (let index = 0; index < 100; index += 1) await writeFile(join(folder, `${index}.txt`), "nothing");
    const work = importPaths(database.db, [folder], {}, { actor, signal: stop.signal, progress });
    await expect(work).rejects.toThrow("Stopped.");
    expect(read).toBeLessThan(5);
  } finally {
    now.mockRestore();
    await rm(folder, { recursive: true, force: true });
  }
});
