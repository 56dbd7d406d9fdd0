import type { Db } from "#lib/db/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { measureJoins } from "#lib/memories/measure-joins.ts";
import { isMemoryId } from "#lib/memories/where.ts";
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
  const rows = await db.$queryRaw<MemoryMeasures[]>`
    SELECT m."id"::text AS "memoryId", s."lisi", s."invariantShare", s."foreignNeighbors",
      coalesce(f.n, 0) AS "lintFindings", coalesce(r.n, 0) AS "retrievals"
    FROM unnest(${ids.filter(isMemoryId)}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    JOIN "Memory" m ON m."id" = wanted.id
    ${measureJoins(space, label)}
    ORDER BY wanted.place`;
  return { rows, total: rows.length };
}
