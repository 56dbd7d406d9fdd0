/**
 * The words of this folder.
 * - plan: which reruns of one task tell its suspects apart: subsets of the memories that were shown, each with repeats.
 * - subset: some of the plan's memories, as bits: bit i is the plan's memory i. 0 is no memory, 2^k - 1 all of them.
 * - rerun: one attempt at the task with one subset, made for a plan. Its id is that of the plan, subset and repeat.
 * - lattice: all subsets, by inclusion, with what their reruns came to.
 * - block: the same repeat of a subset without a memory and with it.
 */
import { z } from "zod";
import type { MemoryType, Outcome } from "#lib/db/generated/enums.ts";

/** More memories make more subsets than anyone reruns. */
export const MOST_MEMORIES = 5;
/** Chance of confirming any memory of a plan that does no harm, at most, however often one looks. */
export const RERUN_ALPHA = 0.05;

/** A memory of a plan as it was worded when the plan was made. */
type PlannedMemory = {
  id: string;
  version: number;
  title: string;
  type: MemoryType;
  benchmark: string;
  /** The whole text, as the agent is given it. */
  text: string;
};

/** Reruns planned for one subset, and the block that the agent is given. */
type PlannedSubset = { subset: number; repeats: number; prompt: string };

/** What one rerun may use, by the logged attempts of the task; null = no attempt says. */
export type RerunPrice = {
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  durationMs: number | null;
  /** Attempts that say at least one of these. */
  attempts: number;
};
export type PlanPrice = { without: RerunPrice; with: RerunPrice };

/** By what rule the numbers of reruns were chosen, and what they cost. */
export type PlanDesign = {
  /** Repeats by subset, 0 to 2^k - 1. */
  repeats: number[];
  total: number;
  /** Reruns that each two explanations differ in, at least. */
  separating: number;
  /** Chance to take one of two explanations for the other after as many. */
  error: number;
  /** Fewer than the error asks for: the logged chances are too close. */
  capped: boolean;
  /** Blocks of each memory, at least; as many as confirm it when all turn out against it. */
  blocks: number;
  /** Chances to pass without harm and with it, from the logged attempts. */
  rates: { without: number; with: number };
  /** Every subset equally often, for the same. */
  lattice: { repeats: number; total: number };
};

/** What is kept of a plan besides the ids it names. */
export type StoredPlan = {
  memories: PlannedMemory[];
  subsets: PlannedSubset[];
  design: PlanDesign;
  price: PlanPrice;
  /** Logged attempts by subset: those of the baseline are of no memory. */
  logged: LoggedSubset[];
  task: { benchmark: string; name: string; checksum: string; statement: string | null };
  agent: { name: string | null; model: string | null };
  seed: number;
  alpha: number;
};

export type LoggedSubset = { subset: number; passed: number; scored: number };

/** One result of a plan as it comes back, from any runner. */
export type RerunResultInput = {
  planId: string;
  subset: number;
  /** 1-based. */
  repeat: number;
  outcome: Outcome;
  /** Known again by this at the next import. */
  identity: string;
  error: string | null;
  costUsd: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  durationMs: number | null;
  startedAt: string | null;
  sourcePath: string;
};

/** A result as stored. */
export type RerunResultRow = Omit<RerunResultInput, "planId"> & { id: string };

/** How far a memory of a plan is. */
export type RerunState = "confirmed" | "open" | "not-confirmed";

/** What a person or the command line names a plan by. */
export const planRequest = z.object({
  base: z.uuid(),
  candidate: z.uuid(),
  /** Of the baseline, as the comparison names the task. */
  taskId: z.uuid(),
  /** Which of the memories shown; left out = those of the lost attempt, at most five, by rank. */
  memoryIds: z.array(z.uuid()).max(MOST_MEMORIES).optional(),
});
export type PlanRequest = z.input<typeof planRequest>;
