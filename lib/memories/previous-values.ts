import { z } from "zod";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { MemoryChange } from "./record.ts";
import { lifecycles, memoryOutcomes } from "./search-params.ts";

const moment = z.coerce.date().nullable();

/** What `before` of a revision may hold, dates as ISO 8601 text. */
const pastValues = z
  .object({
    benchmarkName: z.string(),
    taskName: z.string(),
    task: z.string(),
    outcome: z.enum(memoryOutcomes),
    lifecycle: z.enum(lifecycles),
    validFrom: moment,
    validUntil: moment,
    tags: z.array(z.string()),
    generator: z.string().nullable(),
    sourceModel: z.string().nullable(),
    deprecatedReason: z.string().nullable(),
    content: z.looseObject({}),
  })
  .partial();

/** The fields that only curation sets: changing them back does not change what a memory says. */
const curatedFields = new Set(["lifecycle", "deprecatedReason", "validFrom", "validUntil", "tags"]);

/**
 * The values that a revision replaced, as a change that brings them back.
 * @throws ZodError when the revision holds something no revision is written with
 */
export function previousValuesOf(before: Prisma.JsonValue): MemoryChange {
  return pastValues.parse(before) as MemoryChange;
}

/** Whether a change leaves what the memory says as it is. */
export function isCuration(change: MemoryChange): boolean {
  return Object.keys(change).every((field) => curatedFields.has(field));
}
