import { z } from "zod";
import { memoryOutcomes } from "./search-params.ts";
import { parseValidityEnd } from "./validity-day.ts";

// The words of this domain stand at the top of content.ts; here are the inputs of its verbs.

const longestReason = 2000;
const mandatoryReason = z
  .string({ error: "Enter a reason" })
  .trim()
  .min(1, "Enter a reason: later readers of the revisions need it")
  .max(longestReason, `Keep it under ${longestReason} characters`);
const optionalReason = z
  .string()
  .trim()
  .max(longestReason, `Keep it under ${longestReason} characters`)
  .optional();

/** Which memories a verb is about: picked by id, or everything a filter holds (as many as one saw). */
const selectionSchema = z.union(
  [
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(100_000) }),
    z.strictObject({ filter: z.string(), expectedCount: z.int().min(0) }),
  ],
  { error: "Select at least one memory" },
);
export type Selection = z.infer<typeof selectionSchema>;

/** What every verb on a selection takes; with `dryRun` it only counts. */
const bulk = { selection: selectionSchema, dryRun: z.boolean().default(false) };

export const deprecateInput = z.strictObject({ ...bulk, reason: mandatoryReason });
export const restoreInput = z.strictObject({ ...bulk, reason: optionalReason });
export const promoteInput = z.strictObject({ ...bulk, reason: optionalReason });

const earliest = new Date("2000-01-01T00:00:00Z");
const latest = new Date("2200-01-01T00:00:00Z");
/** null clears the end of the window; left out keeps it. */
const moment = z.coerce
  .date({ error: "Not a date: write 2026-12-31" })
  .min(earliest, "Must be after the year 2000")
  .max(latest, "Must be before the year 2200")
  .nullable();
const validityStart = z.preprocess((value) => (value === "" ? null : value), moment).optional();
/** A day named without a time is included. */
const validityEnd = z
  .preprocess((value) => (typeof value === "string" ? parseValidityEnd(value.trim()) || null : value), moment)
  .optional();

export const validityInput = z
  .strictObject({ ...bulk, validFrom: validityStart, validUntil: validityEnd, reason: optionalReason })
  .refine((input) => input.validFrom !== undefined || input.validUntil !== undefined, {
    error: "Set or clear at least one date",
    path: ["validUntil"],
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom < validUntil, {
    error: "Must be after the start",
    path: ["validUntil"],
  });

const tag = z
  .string()
  .trim()
  .min(1, "A tag needs a letter")
  .max(60, "Keep a tag under 60 characters")
  .regex(/^[^,\p{C}]+$/u, "A tag can't contain a comma");
export const tagInput = z
  .strictObject({
    ...bulk,
    add: z.array(tag).max(20).default([]),
    remove: z.array(tag).max(20).default([]),
    reason: optionalReason,
  })
  .refine((input) => input.add.length + input.remove.length > 0, {
    error: "Enter at least one tag",
    path: ["add"],
  });

/** `content` is checked against the memory's own type by the verb. */
export const updateInput = z.strictObject({
  id: z.uuid(),
  /** The version the editor saw. */
  expectedVersion: z.int().min(1),
  content: z.unknown(),
  task: z.string().trim().min(1, "Must not be empty").optional(),
  outcome: z.enum(memoryOutcomes).optional(),
  reason: mandatoryReason,
});
export const undoInput = z.union([
  z.strictObject({ batchId: z.uuid() }),
  z.strictObject({ revisionId: z.uuid() }),
]);
export const revertInput = z.strictObject({
  id: z.uuid(),
  /** The version to go back to. */
  version: z.int().min(1),
  expectedVersion: z.int().min(1),
  reason: optionalReason,
});

export type DeprecateInput = z.input<typeof deprecateInput>;
export type RestoreInput = z.input<typeof restoreInput>;
export type PromoteInput = z.input<typeof promoteInput>;
export type ValidityInput = z.input<typeof validityInput>;
export type TagInput = z.input<typeof tagInput>;
export type UpdateMemoryInput = z.input<typeof updateInput>;
export type UndoInput = z.input<typeof undoInput>;
export type RevertInput = z.input<typeof revertInput>;
