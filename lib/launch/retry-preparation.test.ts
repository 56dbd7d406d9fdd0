import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { lockPath } from "#lib/db/lock.ts";
import { childEnvironment } from "#lib/env.ts";
import { launchScript } from "./testing-web.ts";

const folder = mkdtempSync(join(tmpdir(), "carryover-retry-"));
const dataDir = join(folder, "data");
const struck = join(folder, "struck");
let launcher: ChildProcess;
afterAll(() => {
  launcher?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Loaded into every process: the first preparation finds its database killed. */
const strike = `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
if (process.argv[1]?.endsWith("prepare-database.ts") && !existsSync(${JSON.stringify(struck)})) {
  writeFileSync(${JSON.stringify(struck)}, "");
  process.kill(Number.parseInt(readFileSync(${JSON.stringify(lockPath(dataDir))}, "utf8")), "SIGKILL");
}`;

it("prepares the database once more when it crashed in the middle of that", async () => {
  const writePreload = join(folder, "strike.mjs");
  writeFileSync(writePreload, strike);
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", launchScript(folder)];
  launcher = spawn(process.execPath, flags, {
    cwd: resolve(import.meta.dirname, "../.."),
    env: childEnvironment({
      CARRYOVER_DATA_DIR: dataDir,
      DATABASE_URL: "",
      HOST: "",
      PORT: "0",
      NODE_OPTIONS: `--import=${writePreload}`,
    }),
  });
  let told = "";
  for (const stream of [launcher.stdout, launcher.stderr])
    stream?.on("data", (chunk) => {
      told += chunk;
    });
  const over = new Promise((end) => launcher.once("close", end));
  const ready = vi.waitFor(() => expect(told).toMatch(/Carryover is ready/), {
    timeout: 50_000,
    interval: 100,
  });
  await Promise.race([ready, over]);
  expect(existsSync(struck)).toBe(true);
  expect(told).toMatch(/The database stopped unexpectedly/);
  expect(told).toMatch(/Carryover is ready: http/);
  const address = /http:\S+/.exec(told)?.[0] ?? "";
  expect((await fetch(address)).status).toBe(200);
  launcher.kill("SIGTERM");
  expect(await over).toBe(0);
});
