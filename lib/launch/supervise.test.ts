import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ProcessSpec, Supervised } from "./process-spec.ts";
import { runOnce } from "./run-once.ts";
import { supervise } from "./supervise.ts";
import { readyByMessage } from "./wait-until-ready.ts";
import { watchHeartbeats } from "./watch-heartbeats.ts";

const ready = "process.send({ ready: true });";
const stay = "setInterval(() => undefined, 1000);";
const running: Supervised[] = [];

function spec(script: string, more: Partial<ProcessSpec> = {}): ProcessSpec {
  return {
    name: "helper",
    spawn: () => spawn(process.execPath, ["-e", script], { stdio: ["ignore", "ignore", "ignore", "ipc"] }),
    ready: readyByMessage,
    graceMs: 2000,
    backOffMs: 1,
    ...more,
  };
}

function start(script: string, more: Partial<ProcessSpec> = {}): Supervised {
  const process = supervise(spec(script, more));
  running.push(process);
  return process;
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? -1, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const process of running.splice(0)) await process.stop();
});

describe("supervise", () => {
  it("is started once the process says so, and stops it", async () => {
    const helper = start(ready + stay);
    expect(await helper.started).toEqual({ ok: true, value: undefined });
    const pid = helper.pid();
    expect(isAlive(pid)).toBe(true);
    await helper.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("passes on why a process could not start", async () => {
    const helper = start(`process.send({ failed: "The disk is full." }); process.exit(1)`);
    expect(await helper.started).toMatchObject({ ok: false, error: { message: "The disk is full." } });
  });

  it("says that a process ended before it was ready", async () => {
    const helper = start("process.exit(3)");
    const started = await helper.started;
    expect(started.ok ? "" : started.error.message).toMatch(/helper did not start \(exit code 3\)/);
  });

  it("starts a crashed process again", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const helper = start(ready + stay);
    await helper.started;
    const first = helper.pid();
    process.kill(first ?? 0, "SIGKILL");
    await vi.waitFor(() => expect(helper.pid()).not.toBe(first), { timeout: 5000 });
    expect(told.mock.calls[0]?.[0]).toBe("The helper stopped unexpectedly (SIGKILL). Restarting it.");
  });

  it("never gives up on a process that keeps crashing", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const crashing = start(`${ready} setTimeout(() => process.exit(1), 20)`);
    await crashing.started;
    const seen = new Set<number | undefined>();
    const look = () => expect(seen.add(crashing.pid()).size).toBeGreaterThan(7);
    await vi.waitFor(look, { timeout: 30_000, interval: 10 });
    expect(told.mock.calls.map(([line]) => line).at(-1)).toMatch(
      /\(exit code 1\)\. Restarting it \(5 times in a row\)\.$/,
    );
    expect(told).toHaveBeenCalledTimes(5);
  });

  it("tries a start that crashes three times, and one that says why it can't once", async () => {
    let starts = 0;
    const counted = (script: string) => ({
      ...spec(script),
      spawn: () => {
        starts += 1;
        return spec(script).spawn();
      },
    });
    expect((await supervise(counted("process.exit(3)")).started).ok).toBe(false);
    expect(starts).toBe(3);
    expect((await supervise(counted(`process.send({ failed: "No." })`)).started).ok).toBe(false);
    expect(starts).toBe(4);
  });

  it("lets nobody wait for an optional process, and goes on trying", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const helper = start("process.exit(3)", { isOptional: true });
    expect((await helper.started).ok).toBe(true);
    const last = helper.pid();
    await vi.waitFor(() => expect(helper.pid()).not.toBe(last), { timeout: 5000 });
  });

  it("kills a process that hangs, and starts it again", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const beats = "setInterval(() => process.send({ beat: true }), 100);";
    const watch: ProcessSpec["watch"] = (child, hung) => watchHeartbeats(child, hung, 2000);
    const lively = start(`${ready} ${beats}`, { watch });
    const silent = start(`${ready} ${stay}`, { watch });
    await Promise.all([lively.started, silent.started]);
    const [livelyPid, silentPid] = [lively.pid(), silent.pid()];
    await vi.waitFor(() => expect(silent.pid()).not.toBe(silentPid), { timeout: 10_000 });
    expect(told.mock.calls[0]?.[0]).toBe("The helper has not responded for 2 s; stopping it.");
    expect(lively.pid()).toBe(livelyPid);
  });

  it("takes one that does not become ready for crashed", async () => {
    const helper = start(stay, { readyWithinMs: 50 });
    const started = await helper.started;
    expect(started.ok ? "" : started.error.message).toMatch(/was not ready after 0\.05 s/);
  });

  it("takes no end for a crash while everything stops", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const helper = supervise(spec(ready + stay), () => true);
    await helper.started;
    process.kill(helper.pid() ?? 0, "SIGINT");
    await sleep(400);
    expect(told).not.toHaveBeenCalled();
  });

  it("kills what does not end when asked to", async () => {
    const deaf = `process.on("SIGTERM", () => undefined); ${ready} ${stay}`;
    const helper = supervise(spec(deaf, { graceMs: 100 }));
    await helper.started;
    await helper.stop();
    expect(isAlive(helper.pid())).toBe(false);
  });
});

it("runOnce does not start again what has ended", async () => {
  const once = runOnce(spec(`${ready} process.disconnect();`));
  expect((await once.started).ok).toBe(true);
  const pid = once.pid();
  await sleep(200);
  expect(once.pid()).toBe(pid);
  await once.stop();
});
