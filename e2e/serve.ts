// Serves the built app for the browser tests: a data directory of its own with the demo pool in it, and
// an OpenAI-compatible server on loopback in place of a real model.
import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment, readEnv } from "#lib/env.ts";
import { startTestingServer } from "#lib/testing/model-server.ts";

const root = join(import.meta.dirname, "..");
const { dataDir, port } = readEnv();
const chat = await startTestingServer();
const env = childEnvironment({
  ...{ OPENAI_API_KEY: "testing", OPENAI_BASE_URL: chat.url },
  ...{ DATABASE_URL: "", CARRYOVER_SKIP_INSTALL: "1" },
});

let child: ChildProcess | undefined;
function run(file: string, args: string[]): Promise<number> {
  child = spawn(process.execPath, [join(root, file), ...args], { cwd: root, env, stdio: "inherit" });
  return new Promise((resolve) => child?.once("exit", (code) => resolve(code ?? 1)));
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child?.kill(signal));

let code = await run("bin/carryover", ["demo"]);
if (code === 0) code = await run("bin/start.mjs", ["--port", String(port)]);
await chat.close();
rmSync(dataDir, { recursive: true, force: true });
process.exit(code);
