import type { Db } from "#lib/db/client.ts";
import type { MemoryType } from "#lib/db/generated/client.ts";
import { andInProjection } from "./in-projection.ts";
import type { ProjectionFilter } from "./schema.ts";
import type { ProjectionDrift } from "./view.ts";

type Drifting = {
  id: string;
  spaceId: string;
  type: MemoryType | null;
  filter: ProjectionFilter;
  createdAt: Date;
};

/** How many points changed, came and went since a map was laid out, and how many of those are placed on it. */
export async function getDrift(
  db: Db,
  { id, spaceId, type, filter, createdAt }: Drifting,
): Promise<ProjectionDrift> {
  const [row] = await db.$queryRaw<ProjectionDrift[]>`
    WITH laid AS (SELECT unnest("memoryIds") AS id FROM "Projection" WHERE "id" = ${id}::uuid),
    present AS (
      SELECT m."id", e."stale", e."createdAt" FROM "Embedding" e JOIN "Memory" m ON m."id" = e."memoryId"
      WHERE e."spaceId" = ${spaceId}::uuid ${andInProjection(type, filter)}
    ), moved AS (
      SELECT coalesce(laid.id, present."id") AS id, laid.id IS NOT NULL AS was, present."id" IS NOT NULL AS "is",
        present."stale" AS stale, present."createdAt" AS at
      FROM laid FULL JOIN present ON present."id" = laid.id
      WHERE laid.id IS NULL OR present."id" IS NULL OR present."stale" OR present."createdAt" > ${createdAt}
    )
    SELECT count(*) FILTER (WHERE was AND "is")::int AS changed,
      count(*) FILTER (WHERE NOT was AND NOT stale)::int AS added,
      count(*) FILTER (WHERE NOT "is")::int AS gone,
      count(*) FILTER (WHERE "is" AND NOT stale AND p."createdAt" >= at)::int AS placed
    FROM moved LEFT JOIN "PlacedPoint" p ON p."projectionId" = ${id}::uuid AND p."memoryId" = moved.id`;
  return row ?? { changed: 0, added: 0, gone: 0, placed: 0 };
}
