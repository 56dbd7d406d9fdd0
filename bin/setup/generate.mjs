import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { runStep, StepFailed } from "./run-step.mjs";

/**
 * Generates the database client when the schema or Prisma changed since.
 * @param {string} root folder of the project
 */
export async function ensureGenerated(root) {
  const folder = join(root, "lib", "db", "generated");
  const stampFile = join(folder, ".fingerprint");
  const prisma = join(root, "node_modules", "prisma");
  const { version } = JSON.parse(readFileSync(join(prisma, "package.json"), "utf8"));
  const wanted = `${fingerprint(root, ["prisma/schema.prisma", "prisma.config.ts"])} ${version}`;
  if (isStamped(stampFile, wanted) && existsSync(join(folder, "client.ts"))) return;
  console.error("Generating the database client ...");
  const args = [join(prisma, "build", "index.js"), "generate"];
  const { code, output } = await runStep(process.execPath, args, {
    cwd: root,
    env: prismaEnv(root),
    quiet: true,
  });
  if (code !== 0) throw new StepFailed(`${output}\nThe database client could not be generated.`);
  stamp(stampFile, wanted);
}

/**
 * Prisma downloads its native engine even where generating never runs it; any existing program in its
 * place spares the download, which a closed network refuses.
 */
function prismaEnv(root) {
  const env = { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY || hasNativeEngine(root)) return env;
  return { ...env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
}

function hasNativeEngine(root) {
  const folder = join(root, "node_modules", "@prisma", "engines");
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("schema-engine-"));
}
