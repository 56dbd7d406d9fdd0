import { Prisma } from "#lib/db/generated/client.ts";

/** Joins to `"Memory" m` what was measured of it in a space (s), its findings as it is now (f) and its retrievals (r). */
export function measureJoins(spaceId: string, label: string): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN "MemoryMeasure" s ON s."memoryId" = m."id" AND s."spaceId" = ${spaceId}::uuid AND s."label" = ${label}
    LEFT JOIN (SELECT "memoryId", "memoryVersion", count(*)::int AS n FROM "LintFinding" GROUP BY 1, 2) f
      ON f."memoryId" = m."id" AND f."memoryVersion" = m."version"
    LEFT JOIN (SELECT "memoryId", count(*)::int AS n FROM "Retrieval" GROUP BY 1) r ON r."memoryId" = m."id"`;
}
