// The words of this domain:
//   retrieval     memory M shown for query q at rank k with similarity s (not: hit)
//   similarity    1 - cosine distance in one embedding space; higher is closer (never a "score")
//   target        the benchmark the agent works on: its own memories are left out
//   eligible      servable, of the asked type, not of the target, with a vector of its present text
import { z } from "zod";
import type { Lifecycle, MemoryOutcome, MemoryType } from "#lib/db/generated/enums.ts";
import { memoryTypes } from "#lib/memories/content.ts";
import type { TypeQuery } from "./query-texts.ts";

/** embedding = nearest by similarity; rerank = a chat model picks; rewrite = it picks and rewords for the task. */
export const retrievalMethods = ["embedding", "rerank", "rewrite"] as const;
export type RetrievalMethod = (typeof retrievalMethods)[number];

/** Why a memory was left out, in the order in which the first one that holds is named. */
export const exclusionReasons = [
  "other type",
  "target benchmark",
  "candidate",
  "deprecated",
  "not yet valid",
  "expired",
  "no embedding",
  "stale embedding",
] as const;
type ExclusionReason = (typeof exclusionReasons)[number];

export const largestK = 20;

export const longestQuery = 32_000;
// The length is looked at first: nothing is done to a text of megabytes.
const queryText = (name: string) =>
  z.string().max(longestQuery, `Shorten the ${name} to 32,000 characters.`).trim().optional();

/** What `previewRetrieval` takes. Either `query` or `taskId`. */
export const retrievalRequest = z
  .strictObject({
    query: queryText("query"),
    /** A task whose statement (else its name) is the query. */
    taskId: z.uuid("There is no such task: choose one from the list.").optional(),
    /** What workflows and insights, and what summaries are compared with; "" or left out = the query. */
    plan: queryText("plan"),
    goal: queryText("goal"),
    /** Benchmark to leave out; null = leave none out; not given = the task's own. */
    target: z.string().min(1).max(200, "No benchmark has so long a name.").nullish(),
    type: z.enum([...memoryTypes, "all"]).default("all"),
    k: z
      .int("k is a whole number.")
      .min(1, "k is at least 1.")
      .max(largestK, `k is at most ${largestK}.`)
      .default(3),
    method: z.enum(retrievalMethods).default("embedding"),
    /** Whether the prompt marks what was learned from failed attempts. */
    showPolarity: z.boolean().default(true),
  })
  .refine((request) => request.query || request.taskId, {
    error: "Give a query or a task.",
    path: ["query"],
  });
export type RetrievalRequest = z.input<typeof retrievalRequest>;

/** A memory by its similarity to the query, eligible or not. */
export type NearMemory = {
  memoryId: string;
  title: string;
  type: MemoryType;
  benchmark: string;
  outcome: MemoryOutcome;
  lifecycle: Lifecycle;
  version: number;
  /** Cosine, -1 to 1; null when there is no vector to compare. */
  similarity: number | null;
  /** null = eligible. */
  reason: ExclusionReason | null;
  /** The reason as a sentence; for an eligible one, why it is eligible. */
  because: string;
};

export type RetrievedMemory = NearMemory & {
  /** 1-based. */
  rank: number;
  similarity: number;
  /** 1-based place by similarity alone: differs from `rank` when a chat model picked. */
  similarityRank: number;
  /** The wording that a chat model made for this task (method rewrite). */
  rewritten: string | null;
};

export type RetrievalPreview = {
  /** The task's statement (else its name), or the words given. */
  query: string;
  /** What memories of each type asked for were compared with. */
  queries: TypeQuery[];
  task: { id: string; name: string; benchmark: string; hasStatement: boolean } | null;
  target: string | null;
  type: MemoryType | "all";
  method: RetrievalMethod;
  showPolarity: boolean;
  /** Model that picked or reworded; null with method embedding. */
  model: string | null;
  space: { id: string; name: string; provider: string; model: string; dimensions: number };
  /** What to know about that space: words or meaning, or why it stands in for another. */
  spaceNotes: string[];
  results: RetrievedMemory[];
  /** The block that would stand after the agent's system prompt; "" when nothing was retrieved. */
  prompt: string;
  /** In o200k_base, the encoding of the gpt-4o to gpt-5 models. */
  promptTokens: number;
  /** Ranks of results born from failed attempts that the prompt shows without saying so. */
  unmarkedFailures: number[];
  /** The nearest memories that were left out, nearest first. */
  leftOut: NearMemory[];
  /** How many memories were left out for which reason (each counted once, by its first reason), and how many not. */
  counts: { eligible: number; total: number; excluded: { reason: ExclusionReason; count: number }[] };
};
