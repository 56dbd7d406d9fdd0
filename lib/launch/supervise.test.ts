import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ProcessSpec, readyByMessage, runOnce, type Supervised, supervise } from "./supervise.ts";

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

function start(script: string, giveUp: (sentence: string) => void = () => undefined): Supervised {
  const process = supervise(spec(script), giveUp);
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
    expect(told.mock.calls[0]?.[0]).toMatch(/helper stopped unexpectedly \(SIGKILL\)/);
  });

  it("gives up on a process that keeps crashing", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const gaveUp = vi.fn();
    await start(`${ready} setTimeout(() => process.exit(1), 20)`, gaveUp).started;
    await vi.waitFor(() => expect(gaveUp).toHaveBeenCalledOnce(), { timeout: 15_000 });
    expect(gaveUp.mock.calls[0]?.[0]).toMatch(/stopped 5 times within a minute/);
  });

  it("takes no end for a crash while everything stops", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const helper = supervise(
      spec(ready + stay),
      () => undefined,
      () => true,
    );
    await helper.started;
    process.kill(helper.pid() ?? 0, "SIGINT");
    await sleep(400);
    expect(told).not.toHaveBeenCalled();
  });

  it("kills what does not end when asked to", async () => {
    const helper = supervise(
      spec(`process.on("SIGTERM", () => undefined); ${ready} ${stay}`, { graceMs: 100 }),
      () => undefined,
    );
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
