import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ensureChromium } from "./install-chromium.mjs";
import { ensurePostgres } from "./install-postgres.mjs";

const found = vi.hoisted(() => ({ servers: [] as { binDir: string; hasVector: boolean }[] }));
vi.mock("../postgres/find-postgres.mjs", () => ({ findServers: () => found.servers }));

let folder = "";
const calls = () => (existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "");

/** An apt-get of the test's own, the only program there is; installing gives a chromium, if it is to. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carryover-apt-"));
  vi.stubEnv("PATH", folder);
  vi.spyOn(console, "log").mockReturnValue(undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function provideApt(then: string) {
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\necho "$@" >> ${folder}/calls\n${then}\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
}

it("installs a Chromium where there is none, once", () => {
  provideApt(`[ "$2" = update ] || : > ${folder}/chromium`);
  ensureChromium();
  expect(calls()).toBe("-q update\n-q install -y --no-install-recommends chromium\n");
  ensureChromium();
  expect(calls().split("\n")).toHaveLength(3);
});

it("fails where the package holds no browser, or apt fails", () => {
  provideApt("true");
  expect(ensureChromium).toThrow("holds no browser");
  provideApt("exit 100");
  expect(ensureChromium).toThrow("apt-get");
});

it("leaves a server with pgvector alone, and fails where none can be had", () => {
  provideApt("true");
  found.servers = [{ binDir: "/usr/lib/postgresql/17/bin", hasVector: true }];
  ensurePostgres();
  expect(calls()).toBe("");
  found.servers = [];
  expect(ensurePostgres).toThrow("holds no server programs");
  expect(calls()).toContain("install -y --no-install-recommends postgresql\n");
});
