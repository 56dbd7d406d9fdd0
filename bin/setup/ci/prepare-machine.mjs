// What .ci/run calls before npm test, on a machine that belongs to the tests: system packages come from here alone.
import { existsSync } from "node:fs";
import { ensureChromium } from "./install-chromium.mjs";
import { ensurePostgres } from "./install-postgres.mjs";

const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
if (!canInstall)
  console.log("Nothing is installed here: that takes root and apt-get. What is missing is not tested.");
const missing = [
  process.env.CARRYOVER_TEST_DATABASE_URL ? null : ensurePostgres,
  process.env.CARRYOVER_CHROMIUM ? null : ensureChromium,
];
for (const ensure of canInstall ? missing : []) {
  try {
    ensure?.();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
