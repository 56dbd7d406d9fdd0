import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { readyByMessage, waitUntilReady } from "./wait-until-ready.ts";

/** A process as far as waiting for it sees one. */
function childWith(exit: { exitCode?: number; signalCode?: string } = {}): ChildProcess {
  return Object.assign(new EventEmitter(), { exitCode: null, signalCode: null, ...exit }) as ChildProcess;
}

function begin(child: ChildProcess, ready: Promise<Result<void>>, readyWithinMs = 60_000) {
  const spec = { name: "worker", spawn: () => child, ready: () => ready, readyWithinMs, graceMs: 1 };
  return waitUntilReady(spec, child);
}
const never = new Promise<Result<void>>(() => undefined);

it.each([
  ["does its work", ok(undefined), { state: "ready" }],
  ["names what a person has to mend", err("invalid", "No."), { state: "refused", why: "No." }],
  ["fails of what may pass", err("unavailable", "Wait."), { state: "crashed", why: "Wait." }],
] as const)("is told when a process %s", async (_what, told, begun) => {
  expect(await begin(childWith(), Promise.resolve(told))).toEqual(begun);
});

it("sees a process that ends before it is ready, or can't be started", async () => {
  const ended = childWith({ signalCode: "SIGSEGV" });
  const first = begin(ended, never);
  ended.emit("exit");
  expect(await first).toEqual({
    state: "crashed",
    why: "The worker did not start (SIGSEGV); see its messages above.",
  });
  const absent = childWith();
  const second = begin(absent, never);
  absent.emit("error", new Error("spawn ENOENT"));
  expect(await second).toEqual({ state: "crashed", why: "The worker did not start: spawn ENOENT" });
});

it("hears the last message of a process that ends", async () => {
  const child = childWith({ exitCode: 1 });
  const begun = begin(child, readyByMessage(child));
  child.emit("exit");
  child.emit("message", { failed: "The disk is full." });
  expect(await begun).toEqual({ state: "refused", why: "The disk is full." });
});

it("gives up on a process that says nothing", async () => {
  expect(await begin(childWith(), never, 30)).toEqual({
    state: "crashed",
    why: "The worker was not ready after 0.03 s.",
  });
});

it.each([
  [
    { failed: "No.", mayPass: true },
    { ok: false, error: { code: "unavailable", message: "No." } },
  ],
  [{ failed: "No." }, { ok: false, error: { code: "invalid", message: "No." } }],
  [{ ready: true }, { ok: true }],
])("reads the message %j, and passes over others", async (message, told) => {
  const child = childWith();
  const ready = readyByMessage(child);
  child.emit("message", { beat: 1 });
  child.emit("message", message);
  expect(await ready).toMatchObject(told);
});
