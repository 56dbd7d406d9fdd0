import type { RootDb } from "#lib/db/client.ts";
import { findRunId } from "#lib/runs/queries.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

/** The id of a run that is named by its name or id. */
export async function findRun(db: RootDb, name: string): Promise<Result<string>> {
  const id = await findRunId(db, name);
  return id === null ? err("not_found", `There is no run ${name}. See: carryover runs`) : ok(id);
}
