import { followsNpm } from "#lib/env.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

export type StopRequest = {
  /** Resolves once somebody wants everything to stop: ok for a person, an error for a failure. */
  asked: Promise<Result<void>>;
  fail: (sentence: string) => void;
};

const parentCheckMs = 500;

/** Listens for Ctrl-C, `kill`, the end of the terminal and the end of the process that started this one. */
export function listenForStop(): StopRequest {
  let resolve: (why: Result<void>) => void = () => undefined;
  const asked = new Promise<Result<void>>((settle) => {
    resolve = settle;
  });
  const stop = () => resolve(ok(undefined));
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, stop);
  if (followsNpm()) {
    // npm passes a signal to the shell between, which dies of it without passing it on.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), parentCheckMs).unref();
  }
  return { asked, fail: (sentence) => resolve(err("unavailable", sentence)) };
}
