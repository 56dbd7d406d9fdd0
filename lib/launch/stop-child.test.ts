import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { describeExit, hasExited, stopChild } from "./stop-child.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A process that runs a script and prints a line once it listens. */
async function start(script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [
    "-e",
    `${script}; setInterval(() => undefined, 1000); console.log("up")`,
  ]);
  running.push(child);
  await once(child.stdout, "data");
  return child;
}

it("lets a process end in order", async () => {
  const child = await start('process.on("SIGTERM", () => process.exit(7))');
  await stopChild(child, 20_000);
  expect([hasExited(child), describeExit(child)]).toEqual([true, "exit code 7"]);
});

it("kills a process that does not end", async () => {
  const child = await start('process.on("SIGTERM", () => undefined)');
  const begun = performance.now();
  await stopChild(child, 200);
  expect(performance.now() - begun).toBeGreaterThan(190);
  expect([hasExited(child), describeExit(child)]).toEqual([true, "SIGKILL"]);
});

it("has nothing to do for a process that has ended or never began", async () => {
  const child = await start("");
  await stopChild(child, 20_000);
  await stopChild(child, 20_000);
  expect(describeExit(child)).toBe("SIGTERM");
  const none = spawn(join(tmpdir(), "carryover-no-such-program"));
  none.on("error", () => undefined);
  await stopChild(none, 20_000);
  expect(none.pid).toBeUndefined();
});
