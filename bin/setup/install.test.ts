import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ensureInstalled } from "./install.mjs";
import { StepFailed } from "./run-step.mjs";

let folder: string;
const lock = (version: string) => JSON.stringify({ packages: { "node_modules/one": { version } } });
const installed = () => existsSync(join(folder, "npm-ran"));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carryover-install-"));
  mkdirSync(join(folder, "node_modules"));
  const npm = join(folder, "npm-cli.js");
  writeFileSync(npm, `require("node:fs").writeFileSync("npm-ran", process.argv[2])`);
  vi.stubEnv("npm_execpath", npm);
  vi.stubEnv("CARRYOVER_SKIP_INSTALL", "");
  vi.spyOn(console, "error").mockReturnValue();
  writeFileSync(join(folder, "package-lock.json"), lock("2.0.0"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it("installs what the lock file names, once", async () => {
  await ensureInstalled(folder);
  expect(installed()).toBe(true);
  rmSync(join(folder, "npm-ran"));
  await ensureInstalled(folder);
  expect(installed()).toBe(false);
});

it("keeps what somebody installed by hand, if it is the same", async () => {
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), lock("2.0.0"));
  await ensureInstalled(folder);
  expect(installed()).toBe(false);
});

it("leaves the packages as they are when told to, as tests are", async () => {
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), lock("1.0.0"));
  vi.stubEnv("CARRYOVER_SKIP_INSTALL", "1");
  await ensureInstalled(folder);
  expect(installed()).toBe(false);
});

it("says so when npm fails", async () => {
  writeFileSync(join(folder, "npm-cli.js"), "process.exit(1)");
  await expect(ensureInstalled(folder)).rejects.toThrow(StepFailed);
});

it("is told so in every test", () => {
  vi.unstubAllEnvs();
  expect(process.env["CARRYOVER_SKIP_INSTALL"]).toBe("1");
});
