import { defineConfig } from "vitest/config";

// Runs on real files named by CARRYOVER_REAL_DATA; `npm test` calls it only where that is set, and says so elsewhere.
export default defineConfig({
  test: {
    name: "real data",
    include: ["{lib,bin}/**/*.real.test.ts"],
    globalSetup: "lib/db/testing-setup.ts",
    env: { TZ: "UTC", CARRYOVER_SKIP_INSTALL: "1" },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
