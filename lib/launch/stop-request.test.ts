import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

const module = new URL("./stop-request.ts", import.meta.url).href;
const script = `
  import { listenForStop } from ${JSON.stringify(module)};
  const { asked, isAsked } = listenForStop();
  const before = isAsked();
  asked.then(() => process.exit(!before && isAsked() ? 42 : 1));
  setInterval(() => undefined, 1000);
  process.send("up");`;

/** A process that ends with 42 once it is asked to stop. */
async function start(): Promise<ChildProcess> {
  const types = process.features.typescript ? [] : ["--experimental-strip-types"];
  const args = ["--disable-warning=ExperimentalWarning", ...types, "--input-type=module", "-e", script];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  running.push(child);
  await once(child, "message");
  return child;
}

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("hears %s", async (signal) => {
  const child = await start();
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([42, null]);
});

it("hears that the process which started this one has gone", async () => {
  const child = await start();
  child.disconnect();
  expect(await once(child, "exit")).toEqual([42, null]);
});
