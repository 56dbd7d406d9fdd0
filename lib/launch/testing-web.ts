import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = (file: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href);

/** A web app that needs no build: it answers with what the database says, as every page does. */
const web = `
import { createServer } from "node:http";
import { getDb } from ${here("../db/client.ts")};
import ${here("exit-with-parent.ts")};
const [host, port] = process.argv.slice(2);
createServer(async (request, response) => {
  try {
    response.end(JSON.stringify({ jobs: await getDb().job.count() }));
  } catch (error) {
    console.error(error.message);
    response.writeHead(500).end();
  }
}).listen(Number(port), host, () => process.send({ ready: true }));`;

/** Loaded into every process: whoever streams a file called poison.jsonl throws where nobody can catch it. */
const poison = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const read = fs.createReadStream;
fs.createReadStream = (path, ...more) => {
  if (String(path).endsWith("poison.jsonl")) setImmediate(() => { throw new RangeError("Invalid string length"); });
  return read(path, ...more);
};
syncBuiltinESMExports();`;

/** Writes what poisons a job into a folder. @returns its path, for \`--import\` */
export function writePreload(folder: string): string {
  const path = join(folder, "poison.mjs");
  writeFileSync(path, poison);
  return path;
}

/** A script that launches everything, with a stand-in for the web app written into a folder. */
export function launchScript(folder: string): string {
  const path = join(folder, "web.mjs");
  writeFileSync(path, web);
  return `
import { fork } from "node:child_process";
import { readyByMessage } from ${here("wait-until-ready.ts")};
import { launch } from ${here("launch.ts")};
const web = (host, port) => ({
  name: "web app",
  spawn: () => fork(${JSON.stringify(path)}, [host, String(port)], { execArgv: ["--disable-warning=ExperimentalWarning"] }),
  ready: readyByMessage,
  graceMs: 4000,
});
process.exit(await launch([], async () => undefined, web));`;
}
