import { z } from "zod";
import { memoryTypes } from "#lib/memories/content.ts";
import { lifecycles } from "#lib/memories/search-params.ts";

// The words of this domain:
//   projection   a stored 2-D layout of one embedding space: algorithm, parameters, seed, input hash, quality (not: map data)

/** A memory type, or all types together. */
export const projectedTypes = [...memoryTypes, "all"] as const;
export type ProjectedType = (typeof projectedTypes)[number];

/** Which memories of a type are on a map; a list left out = no condition. */
export const projectionFilter = z.object({
  benchmarks: z.array(z.string().min(1)).min(1, "Name at least one benchmark").optional(),
  lifecycles: z.array(z.enum(lifecycles)).min(1, "Name at least one lifecycle").optional(),
});
export type ProjectionFilter = z.infer<typeof projectionFilter>;

/** What computes a layout: our own kernel, or umap-js as a reference to hold it against. */
export const layoutEngines = ["carryover", "umap-js"] as const;
export type LayoutEngine = (typeof layoutEngines)[number];

export const projectionParams = z.object({
  type: z.enum(projectedTypes).default("all"),
  seed: z.int("The seed must be a whole number").min(0).max(0xffffffff).default(42),
  neighbors: z
    .int("Neighbors must be a whole number")
    .min(2, "Needs at least 2 neighbors")
    .max(200, "At most 200 neighbors")
    .default(15),
  minDist: z
    .number()
    .min(0, "The minimum distance can't be below 0")
    .max(0.99, "The minimum distance is at most 0.99")
    .default(0.1),
  /** Id, model or model/dimensions of an embedding space; left out = the active one. */
  space: z.string().optional(),
  filter: projectionFilter.default({}),
  engine: z.enum(layoutEngines).default("carryover"),
  /** Id of a stored map of the same space whose points are the start: the new one keeps its large-scale places. */
  startFrom: z.uuid("The map to start from is named by its id").optional(),
});
export type ProjectionParams = z.infer<typeof projectionParams>;
export type ProjectionInput = z.input<typeof projectionParams>;
