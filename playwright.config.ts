import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

// The workers read this file again: what is chosen once is handed to them in the environment.
process.env["PORT"] = process.env["CARRYOVER_E2E_PORT"] ??= String(await freePort());
process.env["CARRYOVER_DATA_DIR"] = process.env["CARRYOVER_E2E_DATA_DIR"] ??= mkdtempSync(
  join(tmpdir(), "carryover-e2e-"),
);
const address = `http://127.0.0.1:${process.env["CARRYOVER_E2E_PORT"]}`;
const chromium = process.env["CARRYOVER_CHROMIUM"];

/** Journeys through the built app in a real Chromium, on the demo pool. One worker: they share a database. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A busy machine may lose a click; a fault fails twice. What passed at the second go is listed as flaky.
  retries: process.env["CI"] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // In a container Chromium runs as root and with little shared memory.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} e2e/serve.ts`,
    // Not the first page: that would answer before the demo pool is loaded.
    url: `${address}/api/health`,
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
