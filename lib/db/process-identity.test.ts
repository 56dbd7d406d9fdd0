import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { identityText, isRunning, ownIdentity, parseIdentity } from "./process-identity.ts";

it("knows this process again from its text", () => {
  const read = parseIdentity(`${identityText(ownIdentity())}\n`);
  expect(read).toEqual(ownIdentity());
  expect(read && isRunning(read)).toBe(true);
  expect(ownIdentity().startedAt === "").toBe(process.platform === "win32");
});

it("tells another process of the same number by its start", () => {
  expect(isRunning({ pid: process.pid, startedAt: "1" })).toBe(process.platform === "win32");
  expect(isRunning({ pid: process.pid, startedAt: "" })).toBe(true);
});

it.each(["", "0", "-3", "abc", "1.5"])("takes %j for nobody", (text) => {
  expect(parseIdentity(text)).toBeNull();
});

it("takes a zombie for dead", async () => {
  // The shell becomes sleep, which never asks how its child ended; the child outlives the shell, which might ask.
  const parent = spawn("sh", ["-c", "sleep 0.3 & echo $!; exec sleep 20"]);
  const [line] = (await once(parent.stdout, "data")) as [Buffer];
  const pid = Number(line.toString());
  await vi.waitFor(() => expect(isRunning({ pid, startedAt: "" })).toBe(false), { timeout: 5000 });
  // Its number is still taken.
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill("SIGKILL");
});
