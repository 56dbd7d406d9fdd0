import { z } from "zod";
import { memoryTypes } from "#lib/memories/content.ts";

// The words of this domain:
//   projection   a stored 2-D layout of one embedding space: algorithm, parameters, seed, input hash, quality (not: map data)
//   abstraction  how mixed the benchmarks are among a type's memories: DBI and LISI; higher = more mixed = more abstract

/** A memory type, or all types in one layout. */
export const projectedTypes = [...memoryTypes, "all"] as const;
export type ProjectedType = (typeof projectedTypes)[number];

/** More points than this take hours and gigabytes. */
export const largestMap = 30_000;

export const projectionParams = z.object({
  type: z.enum(projectedTypes).default("all"),
  seed: z.int("The seed must be a whole number").min(0).max(0xffffffff).default(42),
  neighbors: z
    .int("Neighbours must be a whole number")
    .min(2, "Needs at least 2 neighbours")
    .max(200, "At most 200 neighbours")
    .default(15),
  minDist: z
    .number()
    .min(0, "The least distance is 0")
    .max(0.99, "The least distance is at most 0.99")
    .default(0.1),
  /** Id, model or model/dimensions of an embedding space; left out = the active one. */
  space: z.string().optional(),
});
export type ProjectionParams = z.infer<typeof projectionParams>;
export type ProjectionInput = z.input<typeof projectionParams>;

/** What memories are grouped by. */
export const labelKinds = ["benchmark", "outcome", "lifecycle", "generator"] as const;
export type LabelKind = (typeof labelKinds)[number];

export const abstractionParams = z.object({
  /** Left out = each of the four types. */
  type: z.enum(memoryTypes).optional(),
  label: z.enum(labelKinds).default("benchmark"),
  perplexity: z
    .number()
    .min(1, "Perplexity must be 1 or more")
    .max(500, "Perplexity must be 500 or less")
    .default(30),
  space: z.string().optional(),
  /** "vectors" as in the paper, or the 2-D "map": another number, never to be compared with the first. */
  on: z.enum(["vectors", "map"]).default("vectors"),
});
export type AbstractionParams = z.infer<typeof abstractionParams>;
export type AbstractionInput = z.input<typeof abstractionParams>;

/** DBI and LISI of one type under one label. null = undefined for these memories, and the sentence beside it says why. */
export const abstractionResult = z.object({
  n: z.int(),
  /** Label to number of memories, largest first. */
  labels: z.record(z.string(), z.int()),
  dbi: z.number().nullable(),
  dbiUndefinedBecause: z.string().optional(),
  lisi: z
    .object({
      mean: z.number(),
      median: z.number(),
      /** Effective: clipped to a third of n in small pools. */
      perplexity: z.number(),
      requestedPerplexity: z.number(),
      /** Mean LISI with the same labels dealt out at random: what no structure at all would give. */
      randomLabelMean: z.number(),
      permutations: z.int(),
      seed: z.int(),
    })
    .nullable(),
  lisiUndefinedBecause: z.string().optional(),
});
export type AbstractionResult = z.infer<typeof abstractionResult>;
