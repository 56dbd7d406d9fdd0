import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApps = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * A Chromium for the browser tests: the one that CARRYOVER_CHROMIUM names, the system's, or Playwright's
 * own (downloaded where that can be had).
 * @returns {{ path: string } | { skipped: string }}
 */
export function findChromium(root) {
  const named = process.env.CARRYOVER_CHROMIUM;
  if (named)
    return existsSync(named)
      ? { path: named }
      : { skipped: `CARRYOVER_CHROMIUM names ${named}, which is not there` };
  const found = systemChromium() ?? playwrightChromium(root);
  if (found) return { path: found };
  console.log("Fetching a browser with Playwright ...");
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { cwd: root, stdio: "inherit" });
  const path = systemChromium() ?? playwrightChromium(root);
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
