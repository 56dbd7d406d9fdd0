import type { PoolConfig } from "pg";
import { listPendingMigrations } from "./pending-migrations.ts";
import { noFilter, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

/**
 * Applies the SQL files of prisma/migrations that the database has not seen, and records them in
 * Prisma's own `_prisma_migrations` table, as `prisma migrate deploy` would.
 * @returns names of the migrations applied now; empty when the database was up to date
 */
export async function migrate(config: PoolConfig): Promise<string[]> {
  if ((await listPendingMigrations(config)).length === 0) return [];
  return withSchemaEngine(config, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters: noFilter,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that would turn an empty database into schema.prisma: the body of a first migration. */
export function schemaSql(config: PoolConfig): Promise<string> {
  return withSchemaEngine(config, async (engine) => {
    const to = { tag: "schemaDatamodel" as const, ...readSchema() };
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to,
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    return stdout ?? "";
  });
}
