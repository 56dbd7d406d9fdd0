import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";

// Plain JavaScript for Node 20, with nothing installed: this runs before anything else does.

const needed = [22, 12];
/** From here on, Node runs TypeScript without being asked to. */
const runsTypeScript = [22, 18];
const marker = "CARRYOVER_NODE_CHOSEN";
const keptIn = fileURLToPath(new URL("../../node_modules/.carryover-node", import.meta.url));
const mutedWarnings = ["ExperimentalWarning", "DeprecationWarning"];
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Returns when this process is a Node that can run the project; otherwise runs the same script on one
 * that can (fetched from the npm registry where need be), passes signals on, and ends with its code.
 * @param {string} scriptUrl `import.meta.url` of the script that asks
 */
export async function ensureModernNode(scriptUrl) {
  const chosen = process.env[marker] !== undefined;
  delete process.env[marker];
  if (chosen) followParent();
  else followNpm();
  if (chosen || isAtLeast(process.versions.node, runsTypeScript)) {
    muteForeignWarnings();
    return;
  }
  const nodePath = isAtLeast(process.versions.node, needed) ? process.execPath : fetchNode();
  process.exit(await runOn(nodePath, fileURLToPath(scriptUrl)));
}

/** Flags that every Node of ours needs to run the project's TypeScript files quietly. */
function nodeFlags() {
  const flags = mutedWarnings.map((name) => `--disable-warning=${name}`);
  return isAtLeast(process.versions.node, runsTypeScript) ? flags : [...flags, "--experimental-strip-types"];
}

/**
 * @param {string} version as in process.versions.node
 * @param {number[]} [floor] major and minor
 */
export function isAtLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function fetchNode() {
  const kept = readKept();
  if (kept) return kept;
  // The package fetches the build for this platform in its install script, which .npmrc turns off.
  const args = ["exec", "--yes", "--ignore-scripts=false", "--package=node@24", "--"];
  console.error(`Node ${process.versions.node} is older than 22.12: using Node 24 from the npm registry.`);
  const printVersion = "console.log(JSON.stringify([process.execPath, process.versions.node]))";
  const found = spawnSync("npm", [...args, "node", "-e", printVersion], {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [path, version] = parseLastLine(found.stdout);
  if (path && isAtLeast(version, needed)) {
    keep(path);
    return path;
  }
  console.error(found.stderr ?? String(found.error ?? ""));
  console.error("Node 24 could not be fetched. Install Node 22.12 or newer, then run the command again.");
  process.exit(1);
}

/** Asking npm takes half a second: where it put Node is kept beside the dependencies. */
function readKept() {
  const path = existsSync(keptIn) ? readFileSync(keptIn, "utf8").trim() : "";
  return path && existsSync(path) ? path : undefined;
}

function keep(path) {
  if (existsSync(dirname(keptIn))) writeFileSync(keptIn, `${path}\n`);
}

/** @returns {string[]} path and version, or nothing */
function parseLastLine(stdout) {
  try {
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  } catch {
    return [];
  }
}

/** @returns {Promise<number>} exit code of the script */
function runOn(nodePath, script) {
  const flags = nodePath === process.execPath ? nodeFlags() : [];
  const child = spawn(nodePath, [...flags, script, ...process.argv.slice(2)], {
    // The channel tells the child when this process is gone, however it went.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [marker]: "1", PATH: `${dirname(nodePath)}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${nodePath} does not run: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Ends this process when the one that chose its Node is gone, also when that was killed outright. */
function followParent() {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}

/** Ends this process with npm: the shell between the two dies of a signal without passing it on. */
function followNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
}

/**
 * Node 22 and early 24 announce type stripping at every start, and Prisma uses its driver in a way that
 * the driver warns of. Whoever runs this can do nothing about either; other warnings stay.
 */
function muteForeignWarnings() {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (!mutedWarnings.includes(warning.name)) console.error(`${warning.name}: ${warning.message}`);
  });
}
