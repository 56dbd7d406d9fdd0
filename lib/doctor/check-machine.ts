import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { lockHolder } from "#lib/db/lock.ts";
import type { Env } from "#lib/env.ts";
import { type Check, fine, problem, warning } from "./check.ts";

const root = resolve(import.meta.dirname, "../..");
const named = ["next", "prisma", "@electric-sql/pglite", "pg-boss"];
const lowDiskBytes = 1e9;

/** Versions, the build, settings and disk: what can be seen without a database. */
export async function checkMachine(env: Env): Promise<Check[]> {
  return [
    checkVersions(),
    checkBuild(),
    await checkDisk(env),
    ...(env.databaseUrl ? [] : [checkOwner(env)]),
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

async function checkDisk(env: Env): Promise<Check> {
  let folder = env.dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = `${((Number(bavail) * Number(bsize)) / 1e9).toFixed(1)} GB free at ${env.dataDir}`;
  if (bavail * bsize > lowDiskBytes) return fine("Disk", free);
  return problem("Disk", free, "Free some space, or set CARRYOVER_DATA_DIR to another disk.");
}

function checkOwner(env: Env): Check {
  const holder = lockHolder(env.dataDir);
  return fine(
    "Data directory",
    `${env.dataDir}, ${holder === null ? "not in use" : `used by process ${holder}`}`,
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
