import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { freeBytes, leastFreeBytes } from "#lib/db/disk-space.ts";
import type { Env } from "#lib/env.ts";
import { type Check, fine, problem, warning } from "./check.ts";
import { checkDataDirectory } from "./check-data-directory.ts";

const root = resolve(import.meta.dirname, "../..");
const named = ["next", "prisma", "@electric-sql/pglite", "pg-boss"];
const lowDiskBytes = 1e9;

/** Versions, the build, settings and disk: what can be seen without a database. */
export function checkMachine(env: Env): Check[] {
  return [
    checkVersions(),
    checkBuild(),
    checkDisk(env),
    ...(env.databaseUrl ? [] : checkDataDirectory(env.dataDir)),
    checkModels(env),
  ];
}

function checkVersions(): Check {
  const versions = [".", ...named.map((name) => `node_modules/${name}`)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    return `${name} ${version}`;
  });
  return fine("Versions", [`node ${process.versions.node}`, ...versions].join(", "));
}

function checkBuild(): Check {
  if (existsSync(join(root, ".next", "carryover-build"))) return fine("Web app", "built");
  return warning("Web app", "not built yet", "npm start builds it.");
}

function checkDisk(env: Env): Check {
  const bytes = freeBytes(env.dataDir);
  const free = `${(bytes / 1e9).toFixed(1)} GB free at ${env.dataDir}`;
  const mend = "Free some space, or set CARRYOVER_DATA_DIR to another disk.";
  if (bytes > lowDiskBytes) return fine("Disk", free);
  if (bytes > leastFreeBytes || env.databaseUrl) return problem("Disk", free, mend);
  return problem(
    "Disk",
    `${Math.floor(bytes / 1e6)} MB free at ${env.dataDir}: too little for the database to open`,
    mend,
  );
}

function checkModels(env: Env): Check {
  if (env.openaiApiKey || env.openaiBaseUrl) {
    return fine(
      "Models",
      `chat ${env.chatModel}, embeddings ${env.embeddingModel}, ${env.openaiBaseUrl ? "own server" : "OpenAI"}`,
    );
  }
  return warning(
    "Models",
    "neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: memories can't be regenerated, and search compares words, not meaning",
    "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, in the environment or in .env.",
  );
}
