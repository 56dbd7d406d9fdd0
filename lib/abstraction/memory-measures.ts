import type { Db } from "#lib/db/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { isMemoryId } from "#lib/memories/memory-id.ts";
import { listMeasures } from "./abstraction-sql.ts";
import type { MemoryMeasures } from "./view.ts";

const noSpace = "00000000-0000-0000-0000-000000000000";

type MeasureParams = {
  /** What LISI and invariant share are labeled by; as `storedLabel` names it. Default: benchmark. */
  label?: string;
  /** Default: the active space. */
  spaceId?: string;
};

/** LISI, invariant share, findings and retrievals of memories, in the order of `ids`; unknown ids are left out. */
export async function listMemoryMeasures(
  db: Db,
  ids: readonly string[],
  { label = "benchmark", spaceId }: MeasureParams = {},
): Promise<{ rows: MemoryMeasures[]; total: number }> {
  const space = spaceId ?? (await getActiveSpace(db))?.id ?? noSpace;
  const rows = await listMeasures(db, ids.filter(isMemoryId), space, label);
  return { rows, total: rows.length };
}
