import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool, type PoolConfig } from "pg";

// Prisma's own schema engine, compiled to WebAssembly: the native one is a download that a closed
// network refuses. Its interface is not public, so the exact version is pinned and used only here.

const prismaDir = resolve(import.meta.dirname, "../../prisma");
export const noFilter = { externalTables: [], externalEnums: [] };

/** Text of prisma/schema.prisma in the form the engine takes. */
export function readSchema(): { files: { path: string; content: string }[] } {
  const path = join(prismaDir, "schema.prisma");
  return { files: [{ path, content: readFileSync(path, "utf8") }] };
}

/** prisma/migrations in the form the engine takes, oldest first. */
export function readMigrations(): MigrationList {
  const baseDir = join(prismaDir, "migrations");
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
let loaded: Promise<Bindings> | undefined;

/** The bindings are global to their module: a second instance would take the memory of the first. */
function loadEngine(): Promise<Bindings> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<Bindings> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmPath = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings;
}

/**
 * The adapter cuts a script at every semicolon, also in a comment or in the body of a function. The server reads it
 * whole instead, in one transaction.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (sql) => {
      await connection.executeRaw({ sql, args: [], argTypes: [] });
    };
    return connection;
  }
}

/** Runs `work` with a schema engine connected to a database. */
export async function withSchemaEngine<T>(
  config: PoolConfig,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const bindings = await loadEngine();
  // The engine never closes its connections: a pool of our own can be ended.
  const pool = new Pool({ max: 2, ...config });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  const datamodels = readSchema().files.map((file): [string, string] => [file.path, file.content]);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
