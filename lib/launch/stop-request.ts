import { err, ok, type Result } from "#lib/shared/result.ts";

export type StopRequest = {
  /** Resolves once somebody wants everything to stop: ok for a person, an error for a failure. */
  asked: Promise<Result<void>>;
  isAsked: () => boolean;
  fail: (sentence: string) => void;
};

/** Listens for Ctrl-C, `kill`, the end of the terminal and the end of the process that started this one. */
export function listenForStop(): StopRequest {
  let resolve: (why: Result<void>) => void = () => undefined;
  const asked = new Promise<Result<void>>((settle) => {
    resolve = settle;
  });
  const stop = () => resolve(ok(undefined));
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, stop);
  let isAsked = false;
  void asked.then(() => {
    isAsked = true;
  });
  return { asked, isAsked: () => isAsked, fail: (sentence) => resolve(err("unavailable", sentence)) };
}
