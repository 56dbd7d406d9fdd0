import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApps = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const fetching = `No Chromium on this machine: Playwright fetches its own, once, into its cache folder (a few hundred MB).
To use another, stop this with Ctrl-C and set CARRYOVER_CHROMIUM to its path.`;

/**
 * A Chromium for the browser tests: the one that CARRYOVER_CHROMIUM names, the system's, or Playwright's
 * own, which is fetched into its cache where there is no other. Nothing is installed on the system.
 * @param {string} root folder of the project
 * @param {() => string | undefined} onSystem finds the system's
 * @returns {{ path: string } | { skipped: string }}
 */
export function findChromium(root, onSystem = systemChromium) {
  const named = process.env.CARRYOVER_CHROMIUM;
  if (named)
    return existsSync(named)
      ? { path: named }
      : { skipped: `CARRYOVER_CHROMIUM names ${named}, which is not there` };
  const found = onSystem() ?? playwrightChromium(root);
  if (found) return { path: found };
  console.log(fetching);
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { cwd: root, stdio: "inherit" });
  const path = playwrightChromium(root);
  return path
    ? { path }
    : { skipped: "no Chromium here, and none could be fetched (install one, or set CARRYOVER_CHROMIUM)" };
}

/** The browser that is installed on this machine, if any. */
export function systemChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...macApps].find((path) => existsSync(path));
}

function playwrightChromium(root) {
  const { chromium } = createRequire(join(root, "package.json"))("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
