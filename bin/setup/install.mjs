import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { runStep, StepFailed } from "./run-step.mjs";

/**
 * Installs the dependencies when they are missing or the lock file changed since. CARRYOVER_SKIP_INSTALL=1 leaves them as
 * they are: what tests start must not rebuild the folder that the tests themselves run from.
 * @param {string} root folder of the project
 */
export async function ensureInstalled(root) {
  if (process.env.CARRYOVER_SKIP_INSTALL === "1") return;
  const stampFile = join(root, "node_modules", ".carryover-install");
  const wanted = `${fingerprint(root, ["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (isStamped(stampFile, wanted)) return;
  if (!matchesLock(root)) {
    console.error("Installing dependencies (once, about a minute) ...");
    const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const [command, first] = npmCommand();
    const { code } = await runStep(command, [...first, ...args], { cwd: root, toStderr: true });
    if (code !== 0) throw new StepFailed("The dependencies could not be installed: npm says why above.");
  }
  stamp(stampFile, wanted);
}

/** npm may be a script of another Node's installation: run it with this one where that is known. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path?.endsWith("npm-cli.js") && existsSync(path)) return [process.execPath, [path]];
  return ["npm", []];
}

/** Whether what somebody installed by hand is what the lock file names. */
function matchesLock(root) {
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  const wanted = readPackages(join(root, "package-lock.json"));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (entry.optional && !installed[path])) return true;
    return installed[path]?.version === entry.version;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}
