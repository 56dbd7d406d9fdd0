import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { freeBytes, leastFreeBytes } from "#lib/db/disk-space.ts";
import { runDoctor } from "./run-doctor.ts";

// A disk that is really full would be every process's.
vi.mock("#lib/db/disk-space.ts", { spy: true });

const dataDir = mkdtempSync(join(tmpdir(), "carryover-doctor-"));
beforeEach(() => {
  vi.stubEnv("CARRYOVER_DATA_DIR", dataDir);
  vi.stubEnv("DATABASE_URL", "");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

async function diskWith(bytes: number) {
  vi.mocked(freeBytes).mockReturnValue(bytes);
  return (await runDoctor()).find(({ name }) => name === "Disk");
}

const mend = "Free some space, or set CARRYOVER_DATA_DIR to another disk.";

it("says that the embedded database does not open where the disk is too full for it", async () => {
  expect(await diskWith(leastFreeBytes - 1)).toEqual({
    name: "Disk",
    state: "problem",
    found: `47 MB free at ${dataDir}: too little for the database to open`,
    mend,
  });
});

it.each([
  [leastFreeBytes + 1e7, "problem", `0.1 GB free at ${dataDir}`],
  [2e9, "fine", `2.0 GB free at ${dataDir}`],
])("with %i bytes it is a %s", async (bytes, state, found) => {
  expect(await diskWith(bytes)).toMatchObject({ state, found });
});

it("says nothing of an embedded database where a server is used", async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:9/pool");
  expect((await diskWith(1e6))?.found).toBe(`0.0 GB free at ${dataDir}`);
});
