#!/usr/bin/env node
// npm start: brings everything that is missing, then runs the database, the worker and the web app.
import { join } from "node:path";
import { ensureBuilt } from "./setup/build.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { ensureModernNode } from "./setup/node-version.mjs";
import { StepFailed } from "./setup/run-step.mjs";

await ensureModernNode(import.meta.url);
const root = join(import.meta.dirname, "..");
process.chdir(root);
try {
  await ensureInstalled(root);
  await ensureGenerated(root);
  const { launch } = await import("../lib/launch/launch.ts");
  process.exit(await launch(process.argv.slice(2), () => ensureBuilt(root)));
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
