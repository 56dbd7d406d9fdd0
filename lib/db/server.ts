import type { Db } from "./client.ts";

/** Does nothing: fails where the database doesn't answer. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}

/** Versions of the server and of pgvector; null = it is not installed. */
export async function readServerVersions(db: Db): Promise<{ server: string; vector: string | null }> {
  const [row] = await db.$queryRaw<{ server: string; vector: string | null }[]>`
    SELECT current_setting('server_version') AS server,
      (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS vector`;
  return row ?? { server: "of unknown version", vector: null };
}
