import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as it can be told from another that gets the same number later. startedAt is opaque; "" = not known. */
export type ProcessIdentity = { pid: number; startedAt: string };

const self: ProcessIdentity = { pid: process.pid, startedAt: lookUp(process.pid)?.startedAt ?? "" };

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return self;
}

/** `pid startedAt`, fit for one line of a file or one field. */
export function identityText({ pid, startedAt }: ProcessIdentity): string {
  return `${pid} ${startedAt}`.trim();
}

/** Reads what `identityText` wrote; null when it is none. */
export function parseIdentity(text: string): ProcessIdentity | null {
  const [number = "", ...rest] = text.trim().split(" ");
  const pid = Number(number);
  return Number.isInteger(pid) && pid > 0 ? { pid, startedAt: rest.join(" ") } : null;
}

/**
 * Whether this very process still runs. A zombie has ended, and a process that started at another moment is another
 * one. What can't be known counts as alive: nothing is taken from a process that may be at work.
 */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = lookUp(pid);
  if (!now) return true;
  return !now.hasEnded && (startedAt === "" || now.startedAt === "" || now.startedAt === startedAt);
}

type LookedUp = { hasEnded: boolean; startedAt: string };

function lookUp(pid: number): LookedUp | null {
  try {
    return process.platform === "linux" ? lookUpInProc(pid) : lookUpWithPs(pid);
  } catch {
    return null;
  }
}

/** Fields behind the name, which is in parentheses and may hold anything: state is the first, start the twentieth. */
function lookUpInProc(pid: number): LookedUp {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { hasEnded: "ZX".includes(fields[0] ?? "?"), startedAt: fields[19] ?? "" };
}

function lookUpWithPs(pid: number): LookedUp | null {
  if (process.platform === "win32") return null;
  const text = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [state = "", ...started] = text.trim().split(/\s+/);
  return { hasEnded: state.startsWith("Z"), startedAt: started.join(" ") };
}
