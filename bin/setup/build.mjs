import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { runStep, StepFailed } from "./run-step.mjs";

/**
 * Builds the web app when its sources changed since the last build.
 * @param {string} root folder of the project
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureBuilt(root) {
  const stampFile = join(root, ".next", "carryover-build");
  const wanted = sourceFingerprint(root);
  if (isStamped(stampFile, wanted)) return false;
  console.error("Building the web app (about a minute) ...");
  rmSync(stampFile, { force: true });
  const { code, output } = await runStep(
    process.execPath,
    [join(root, "node_modules", "next", "dist", "bin", "next"), "build"],
    { cwd: root, quiet: true, env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } },
  );
  if (code !== 0) throw new StepFailed(`${output}\nThe web app could not be built.`);
  stamp(stampFile, wanted);
  return true;
}

/** Everything that a build reads: the source folders, and the settings and lock beside them. */
function sourceFingerprint(root) {
  const settings = readdirSync(root).filter(isSetting);
  const folders = ["app", "components", "lib", "prisma", "public"];
  return fingerprint(root, [...folders, ...settings, "package-lock.json"], isBuilt);
}

function isSetting(name) {
  const written = ["next-env.d.ts", "vitest.config.ts", "vitest.real.config.ts", "playwright.config.ts"];
  return /\.(ts|mjs)$/.test(name)
    ? !written.includes(name)
    : name === "package.json" || name === "tsconfig.json";
}

/** Not part of a build: tests, and the generated client, which the schema stands for. */
function isBuilt(path) {
  return !/\.test\.tsx?$/.test(path) && !path.startsWith("lib/db/generated/");
}
