import { sameBenchmarksSql } from "#lib/benchmarks/same-benchmarks.ts";
import { type MemoryType, Prisma } from "#lib/db/generated/client.ts";
import type { ProjectionFilter } from "./schema.ts";

/** Conditions on "Memory" m for the memories a map is of; to be put after another condition. */
export function andInProjection(
  type: MemoryType | null,
  { benchmarks, lifecycles }: ProjectionFilter,
): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.empty,
      type ? Prisma.sql`AND m."type" = ${type}::"MemoryType"` : Prisma.empty,
      benchmarks ? Prisma.sql`AND m."benchmarkName" IN ${sameBenchmarksSql(benchmarks)}` : Prisma.empty,
      lifecycles ? Prisma.sql`AND m."lifecycle" = ANY(${lifecycles}::"Lifecycle"[])` : Prisma.empty,
    ],
    " ",
  );
}
