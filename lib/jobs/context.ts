import type { RootDb } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Result } from "#lib/shared/result.ts";

/** What a running job gets beside its input. */
export type JobContext = {
  jobId: string;
  actor: { name: string; role: "editor" };
  /** Aborted when someone cancels the job or the worker stops: check it, or pass it on. */
  signal: AbortSignal;
  /** Tells how much is done (0 to 1) and what is being done; cheap, writes at most a few times a second. */
  progress: (share: number, stage: string) => void;
};

/**
 * The work of one kind of job. An expected failure is returned and ends the job; a thrown error is
 * retried. On `signal`, stop and throw `signal.reason` (as `signal.throwIfAborted()` does).
 */
export type JobHandler = (
  db: RootDb,
  input: unknown,
  context: JobContext,
) => Promise<Result<Prisma.InputJsonValue>>;
