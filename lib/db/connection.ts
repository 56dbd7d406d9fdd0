import type { PoolConfig } from "pg";
import { type Env, readEnv } from "#lib/env.ts";
import { readEndpoint } from "./endpoint.ts";

/**
 * How to reach the database of this environment: `DATABASE_URL`, or the socket that the embedded
 * database announces in the data directory.
 * @throws Error when no database is announced there
 */
export function connectionConfig(env: Env = readEnv()): PoolConfig {
  if (env.databaseUrl) return { connectionString: env.databaseUrl };
  const endpoint = readEndpoint(env.dataDir);
  if (!endpoint) throw new Error(`No database is running for ${env.dataDir}. Start it with: npm start`);
  return { host: endpoint.host, port: endpoint.port, user: "postgres", database: "postgres" };
}

/** The address without password or parameters, fit for a log or an error. */
export function describeConnection(env: Env): string {
  if (!env.databaseUrl) return `embedded database in ${env.dataDir}`;
  try {
    const url = new URL(env.databaseUrl);
    return `${url.protocol}//${url.host}${url.pathname}`;
  } catch {
    return "DATABASE_URL (not a valid address)";
  }
}
