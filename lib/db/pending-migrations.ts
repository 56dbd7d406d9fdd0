import { Client, type PoolConfig } from "pg";
import { readMigrations } from "./schema-engine.ts";

/**
 * Names of the migrations that a database has not finished. Cheap: it asks the database alone, so that
 * a start with nothing to do needn't load the schema engine.
 */
export async function listPendingMigrations(config: PoolConfig): Promise<string[]> {
  const client = new Client(config);
  await client.connect();
  try {
    const names = readMigrations().migrationDirectories.map(({ path }) => path);
    const { rows: tables } = await client.query(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'",
    );
    if (tables.length === 0) return names;
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const finished = new Set(rows.map(({ name }) => name));
    return names.filter((name) => !finished.has(name));
  } finally {
    await client.end();
  }
}
