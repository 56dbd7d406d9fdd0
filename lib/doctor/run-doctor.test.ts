import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runDoctor } from "./run-doctor.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carryover-doctor-"));
  vi.stubEnv("CARRYOVER_DATA_DIR", join(folder, "pool"));
  vi.stubEnv("DATABASE_URL", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("names a setting that can't be read, and looks no further", async () => {
  vi.stubEnv("PORT", "eighty");
  expect(await runDoctor()).toEqual([
    {
      name: "Settings",
      state: "problem",
      found: expect.stringContaining("PORT"),
      mend: expect.stringContaining(".env"),
    },
  ]);
});

it("says that there is no database yet, and makes none", async () => {
  const checks = await runDoctor();
  expect(checks.at(-1)).toMatchObject({
    name: "Database",
    state: "warning",
    mend: "npm start creates it.",
  });
  expect(existsSync(join(folder, "pool"))).toBe(false);
});

it("says that a server does not answer, and never shows its password", async () => {
  // Nothing listens on the discard port.
  vi.stubEnv("DATABASE_URL", "postgresql://ada:s3cret@127.0.0.1:9/pool");
  const checks = await runDoctor();
  expect(checks.at(-1)).toMatchObject({ name: "Database", state: "problem" });
  expect(checks.at(-1)?.found).toContain("127.0.0.1");
  expect(JSON.stringify(checks)).not.toContain("s3cret");
  expect(checks.some(({ name }) => name === "Data directory")).toBe(false);
});
