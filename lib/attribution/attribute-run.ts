import type { Db } from "#lib/db/client.ts";
import { type ComparisonParams, getComparedTasks } from "#lib/transfer/queries.ts";
import type { AttributionCase } from "./attribution-case.ts";
import { casesOf } from "./cases-of.ts";
import { judgeShownMemories, listTitles } from "./shown-memories.ts";

/**
 * Which memories changed the candidate's outcomes, the surest harm first.
 * @returns null when either run does not exist
 */
export async function attributeRun(db: Db, params: ComparisonParams): Promise<AttributionCase[] | null> {
  const compared = await getComparedTasks(db, params);
  if (!compared) return null;
  const { rows } = await judgeShownMemories(db, params.candidate, compared.tasks, params);
  const titles = await listTitles(
    db,
    rows.flatMap(({ memoryId, alike }) => [memoryId, ...alike]),
  );
  return casesOf(rows, titles);
}
