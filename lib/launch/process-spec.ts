import type { ChildProcess } from "node:child_process";
import type { Result } from "#lib/shared/result.ts";

/** One of the processes that the launcher runs. */
export type ProcessSpec = {
  /** How it is called in messages: "database", "worker", "web app". */
  name: string;
  spawn: () => ChildProcess;
  /** Resolves when it does its work, or with why it can't; never later than it can be known. */
  ready: (child: ChildProcess) => Promise<Result<void>>;
  /** How long it may take to become ready, in ms. */
  readyWithinMs?: number;
  /** Looks after it while it runs, and calls `hung` with why when it has to be killed. Returns how to stop looking. */
  watch?: (child: ChildProcess, hung: (why: string) => void) => () => void;
  /** How long it may take to end after SIGTERM before it is killed, in ms. */
  graceMs: number;
  /** First wait before a restart, in ms; doubles with every crash in a row. */
  backOffMs?: number;
  /** The others serve without it: it is never a reason not to start. */
  isOptional?: boolean;
};

/** A process that the launcher has started. */
export type Supervised = {
  name: string;
  /** Ready, or why it did not become so (it is stopped then). */
  started: Promise<Result<void>>;
  pid: () => number | undefined;
  stop: () => Promise<void>;
};
