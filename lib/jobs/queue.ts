import type { PoolConfig } from "pg";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Db } from "#lib/db/client.ts";
import type { JobKind } from "./kinds.ts";

/** Heavy arithmetic and writes go one at a time; waiting for a chat model must not hold them up. */
export const queueNames = ["carryover-compute", "carryover-chat"] as const;

export function queueOf(kind: JobKind): (typeof queueNames)[number] {
  return kind === "generate" ? "carryover-chat" : "carryover-compute";
}

/** Of the messages that wait, those of the higher number go first: a map is looked at before anybody asks who did it. */
const priorities: Partial<Record<JobKind, number>> = { attribute: -1 };

/** What a message on the queue says: the job row holds the rest. */
export type JobMessage = { jobId: string };

const quiet = { supervise: false, schedule: false } as const;

/** Creates the queue's tables; done once at start, by the process that also migrates. */
export async function installQueue(config: PoolConfig): Promise<void> {
  const boss = new PgBoss({ ...connection(config), ...quiet, max: 1 });
  await boss.start();
  for (const name of queueNames) {
    await boss.createQueue(name, {
      // For what goes wrong before a job is claimed; the goes of a job are counted in its row.
      retryLimit: 2,
      retryDelay: 2,
      expireInSeconds: 6 * 3600,
      deleteAfterSeconds: 7 * 86_400,
    });
  }
  await boss.stop({ graceful: false });
}

/** Puts a message for a job row on the queue, in the transaction that wrote the row, for now or for later. */
export async function sendMessage(tx: Db, kind: JobKind, jobId: string, afterSeconds = 0): Promise<void> {
  const boss = new PgBoss({ db: fromPrisma(tx), ...quiet, migrate: false });
  await boss.send(queueOf(kind), { jobId } satisfies JobMessage, {
    startAfter: afterSeconds,
    priority: priorities[kind] ?? 0,
  });
}

/** A started queue that the worker takes messages from. */
export async function openQueue(config: PoolConfig): Promise<PgBoss> {
  const boss = new PgBoss({ ...connection(config), max: 3, schedule: false, migrate: false });
  return boss.start();
}

/** pg-boss takes the plain fields of a pool's configuration, never a function or undefined. */
function connection(
  config: PoolConfig,
): { connectionString: string } | { host: string; port: number; user: string; database: string } {
  if (config.connectionString) return { connectionString: config.connectionString };
  const { host = "", port = 5432, user = "", database = "" } = config;
  return { host, port, user, database };
}
