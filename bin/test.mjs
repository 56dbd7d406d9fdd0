#!/usr/bin/env node
// npm test: brings everything that is missing, then runs every check and says what it does.
import { join } from "node:path";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { ensureModernNode } from "./setup/node-version.mjs";
import { runChecks } from "./setup/run-checks.mjs";
import { StepFailed } from "./setup/run-step.mjs";

await ensureModernNode(import.meta.url);
const root = join(import.meta.dirname, "..");
process.chdir(root);
try {
  await ensureInstalled(root);
  await ensureGenerated(root);
  process.exit(await runChecks(root));
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
