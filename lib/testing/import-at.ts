import type { RootDb } from "#lib/db/client.ts";
import { type Imported, type ImportOptions, importPaths } from "#lib/imports/import-paths.ts";

/** For tests: imports a path; a refusal is a failure of the test. */
export async function importAt(db: RootDb, path: string, options: ImportOptions = {}): Promise<Imported> {
  const imported = await importPaths(db, [path], options, { actor: { name: "ada", role: "editor" } });
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}
