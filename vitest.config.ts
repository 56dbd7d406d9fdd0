import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Database tests run on the embedded database always, and on Postgres where one is named.
const postgresUrl = process.env["CARRYOVER_TEST_DATABASE_URL"];
// What a test starts leaves the packages alone that the test itself runs from.
const shared = { env: { TZ: "UTC", CARRYOVER_SKIP_INSTALL: "1" }, testTimeout: 60_000, hookTimeout: 120_000 };
const databaseTests = ["{lib,prisma,bin,bench,app}/**/*.db.test.ts"];

export default defineConfig({
  test: {
    // Left to itself Vitest spares a core, which on two cores means one file after the other.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{lib,components,prisma,bin,bench,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.db.test.ts", "**/*.real.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "database (embedded)",
          include: databaseTests,
          globalSetup: "lib/db/testing-setup.ts",
        },
      },
      ...(postgresUrl
        ? [
            {
              test: {
                ...shared,
                name: "database (Postgres)",
                include: databaseTests,
                globalSetup: "lib/db/testing-setup.ts",
                env: { ...shared.env, CARRYOVER_TEST_DATABASE_URL: postgresUrl },
              },
            },
          ]
        : []),
    ],
  },
});
