import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";

/** The page of the plots and all it needs as one script, for production as the app's own build would have it. */
export function bundlePage(): Promise<string> {
  return bundle("page.ts", []);
}

const deckPackages = ["@deck.gl/core@9.4.0", "@deck.gl/layers@9.4.0"];

/**
 * deck.gl's plot as a further script. It is fetched into a folder for this run alone: 67 MB are too many for everybody's
 * installation.
 * @returns null where the registry can't be reached
 */
export async function bundleDeck(folder: string): Promise<string | null> {
  const install = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", ...deckPackages];
  try {
    await promisify(execFile)("npm", install, { cwd: folder, timeout: 120_000 });
  } catch {
    return null;
  }
  return bundle("deck-plot.js", [join(folder, "node_modules")]);
}

async function bundle(file: string, modules: string[]): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL(file, import.meta.url)),
    platform: "browser",
    resolve: { modules: [...modules, "node_modules"] },
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "iife", minify: true });
  await build.close();
  return output[0].code;
}
