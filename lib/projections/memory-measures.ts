import type { Db } from "#lib/db/client.ts";
import { getActiveSpace } from "#lib/embeddings/spaces.ts";
import { isMemoryId } from "#lib/memories/where.ts";
import type { MapNumbers, MemoryMeasures } from "./view.ts";

const noSpace = "00000000-0000-0000-0000-000000000000";

type MeasureParams = {
  /** What LISI and invariant share are labelled by; as `storedLabel` names it. Default: benchmark. */
  label?: string;
  /** Default: the active space. */
  spaceId?: string;
};

/** LISI, invariant share, findings and retrievals of memories, in the order of `ids`; unknown ids are left out. */
export async function listMemoryMeasures(
  db: Db,
  ids: readonly string[],
  params: MeasureParams = {},
): Promise<{ rows: MemoryMeasures[]; total: number }> {
  const found = await findMeasures(db, ids, params);
  const rows = found.map(({ ageDays: _age, ...row }) => row);
  return { rows, total: rows.length };
}

/** The numbers that points of a map can be coloured, sized and filtered by, in the order of `ids`. */
export async function getMapNumbers(
  db: Db,
  ids: readonly string[],
  params: MeasureParams = {},
): Promise<MapNumbers> {
  const found = await findMeasures(db, ids, params);
  const byId = new Map(found.map((row) => [row.memoryId, row]));
  const column = (read: (row: FoundMeasures) => number | null) =>
    Float32Array.from(ids, (id) => {
      const row = byId.get(id);
      return row ? (read(row) ?? Number.NaN) : Number.NaN;
    });
  return {
    ids: [...ids],
    lisi: column((row) => row.lisi),
    invariantShare: column((row) => row.invariantShare),
    foreignNeighbors: column((row) => row.foreignNeighbors),
    lintFindings: column((row) => row.lintFindings),
    retrievals: column((row) => row.retrievals),
    ageDays: column((row) => row.ageDays),
  };
}

type FoundMeasures = MemoryMeasures & { ageDays: number };

async function findMeasures(
  db: Db,
  ids: readonly string[],
  { label = "benchmark", spaceId }: MeasureParams,
): Promise<FoundMeasures[]> {
  const space = spaceId ?? (await getActiveSpace(db))?.id ?? noSpace;
  return db.$queryRaw<FoundMeasures[]>`
    SELECT m."id"::text AS "memoryId", s."lisi", s."invariantShare", s."foreignNeighbors",
      coalesce(f.n, 0) AS "lintFindings", coalesce(r.n, 0) AS "retrievals",
      (extract(epoch FROM now() - m."createdAt") / 86400)::float8 AS "ageDays"
    FROM unnest(${ids.filter(isMemoryId)}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    JOIN "Memory" m ON m."id" = wanted.id
    LEFT JOIN "MemoryMeasure" s ON s."memoryId" = m."id" AND s."spaceId" = ${space}::uuid AND s."label" = ${label}
    LEFT JOIN (SELECT "memoryId", "memoryVersion", count(*)::int AS n FROM "LintFinding" GROUP BY 1, 2) f
      ON f."memoryId" = m."id" AND f."memoryVersion" = m."version"
    LEFT JOIN (SELECT "memoryId", count(*)::int AS n FROM "Retrieval" GROUP BY 1) r ON r."memoryId" = m."id"
    ORDER BY wanted.place`;
}
