import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { readEnv } from "#lib/env.ts";
import { connectionConfig } from "./connection.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

/** A client or an open transaction: what every query and verb takes first. */
export type Db = PrismaClient | Prisma.TransactionClient;
/** A client that can open transactions. */
export type RootDb = PrismaClient;

const poolSize = 8;

/** A client of its own for the given address; the caller disconnects it. */
export function openDb(config: PoolConfig): RootDb {
  return new PrismaClient({
    adapter: new PrismaPg({ max: poolSize, ...config }),
    // Bulk imports on the embedded database queue behind each other; the default 5 s would abort them.
    transactionOptions: { maxWait: 30_000, timeout: 120_000 },
  });
}

const memo = globalThis as typeof globalThis & { carryoverDb?: RootDb; carryoverWebDb?: RootDb };
/** A statement for a page that takes longer is ended by the server. */
const statementWithinMs = 60_000;

/** The process-wide client. Kept on globalThis: one Next process evaluates this module several times. */
export function getDb(): RootDb {
  memo.carryoverDb ??= openDb(connectionConfig());
  return memo.carryoverDb;
}

/**
 * The client of the web process, whose statements a server ends after a minute. Not the embedded database: there all
 * connections are one session, so that a limit would be the worker's as well; and it can't end a statement.
 */
export function getWebDb(): RootDb {
  memo.carryoverWebDb ??= openDb({
    ...connectionConfig(),
    ...(readEnv().databaseUrl ? { statement_timeout: statementWithinMs } : {}),
  });
  return memo.carryoverWebDb;
}

/** Runs `work` in a transaction; inside one already, joins it, so that verbs compose. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return "$transaction" in db ? db.$transaction((tx) => work(tx)) : work(db);
}
