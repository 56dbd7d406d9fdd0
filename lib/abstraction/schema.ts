import { z } from "zod";
import { projectedTypes } from "#lib/maps/schema.ts";
import { type LabelKind, labelKinds } from "#lib/memories/label-kinds.ts";

// The word of this domain:
//   abstraction  how mixed the benchmarks are among a type's memories: DBI and LISI; higher = more mixed = more abstract

export const abstractionParams = z
  .object({
    /** One type, "all" of them together, or left out: each of the four and all together. */
    type: z.enum(projectedTypes).optional(),
    label: z.enum(labelKinds).default("benchmark"),
    /** The tag, where the label is "tag". */
    tag: z.string().min(1).optional(),
    perplexity: z
      .number()
      .min(1, "Perplexity must be 1 or more")
      .max(500, "Perplexity must be 500 or less")
      .default(30),
    space: z.string().optional(),
    /** "vectors" as in the paper, or the 2-D "map": another number, never to be compared with the first. */
    on: z.enum(["vectors", "map"]).default("vectors"),
  })
  .refine(({ label, tag }) => label !== "tag" || tag !== undefined, {
    path: ["tag"],
    message: "Choose the tag that tells memories apart",
  });
export type AbstractionParams = z.infer<typeof abstractionParams>;
export type AbstractionInput = z.input<typeof abstractionParams>;

/** What the same labels, dealt out at random, come to: mean and the middle 95% of the permutations. */
const shuffledReference = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  permutations: z.int(),
});

/** Where the measure of other pools of the same kind and label sizes lies. */
const measureInterval = z.object({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  resamples: z.int(),
});

/** Counts the definitions of what a result holds: results of another version are not read beside each other. */
export const resultVersion = 4;

/**
 * DBI and LISI of one type under one label. null = undefined for these memories, and the sentence beside it says why.
 * How intervals are made: docs/metrics.md.
 */
export const abstractionResult = z.object({
  version: z.literal(resultVersion),
  n: z.int(),
  /** Label to number of memories, largest first. */
  labels: z.record(z.string(), z.int()),
  dbi: z.number().nullable(),
  dbiUndefinedBecause: z.string().optional(),
  dbiInterval: measureInterval.nullable(),
  dbiNoIntervalBecause: z.string().optional(),
  dbiShuffled: shuffledReference.nullable(),
  /** DBI over its shuffled mean: 1 = no structure, whatever n. */
  dbiOfShuffled: z.number().nullable(),
  lisi: z
    .object({
      mean: z.number(),
      median: z.number(),
      interval: measureInterval.nullable(),
      noIntervalBecause: z.string().optional(),
      /** Effective: clipped to a third of n in small pools. */
      perplexity: z.number(),
      requestedPerplexity: z.number(),
      /** Mean LISI with the same labels dealt out at random: what no structure at all would give. */
      randomLabelMean: z.number(),
      randomLabelInterval: z.tuple([z.number(), z.number()]),
      /** The mean over that under shuffled labels: 1 = no structure. */
      ofRandomLabels: z.number(),
      permutations: z.int(),
      seed: z.int(),
    })
    .nullable(),
  lisiUndefinedBecause: z.string().optional(),
  /**
   * Mean share of a memory's deviation that does not tell its label, over the n memories of labels of five and more;
   * reference: what raw shares were divided by for the noise in label means.
   */
  invariantShare: z
    .object({ mean: z.number(), median: z.number(), reference: z.number(), n: z.int() })
    .nullable(),
});
export type AbstractionResult = z.infer<typeof abstractionResult>;

/** Whether a measure changed by more than as many memories of each label, coming and going at random, would change it. */
const changeTest = z.object({
  difference: z.number(),
  /** What coming and going at random gives: mean and middle 95% of the draws. */
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  p: z.number(),
  draws: z.int(),
});
export type MeasureChange = z.infer<typeof changeTest>;

/** How a measurement compares with the one before it. */
export const abstractionChange = z.object({
  /** The snapshot before. */
  fromId: z.string(),
  came: z.int(),
  went: z.int(),
  /** Embedded anew or labeled anew: they count as they are now at both times, since what they were is not kept. */
  edited: z.int(),
  /** Went, and their vectors are no longer there: left out. */
  lost: z.int(),
  dbi: changeTest.nullable(),
  lisi: changeTest.nullable(),
  undefinedBecause: z.string().optional(),
});
export type AbstractionChange = z.infer<typeof abstractionChange>;

/** Under what name a measurement is stored: the label, the tag where it is one, and the map where it is on that. */
export function storedLabel({
  label,
  tag,
  on = "vectors",
}: {
  label: LabelKind;
  tag?: string | undefined;
  on?: "vectors" | "map" | undefined;
}): string {
  const name = label === "tag" ? `tag ${tag ?? ""}` : label;
  return on === "map" ? `${name} on map` : name;
}
