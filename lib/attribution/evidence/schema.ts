/**
 * The words of this folder: three different things that can be said of a memory and a trial.
 * - delivered: the log says that the agent was shown it.
 * - read: a step of the agent names it, by title, by number or in its own words.
 * - followed: a step does what it says, more than memories that were not shown would explain.
 * - ignored: delivered, and neither read nor followed.
 */
import type { TrajectoryStep } from "#lib/runs/schema.ts";

/** A memory as its text is compared with steps. */
export type MemoryText = { title: string; text: string };

/** A step that names a memory. `step` counts from 1; quotes are the words of the step. */
export type Mention = { step: number; how: "title" | "near title" | "number" | "text"; quotes: string[] };

/** A step that follows a memory. p: see `find-follows.ts`. */
export type Follow = { step: number; p: number; quotes: string[] };

export type FollowTest = {
  follows: Follow[];
  /** Of the step that follows it most closely. */
  p: number;
  /** Memories not shown that it was compared with. */
  controls: number;
};

export type MemoryUse = "followed" | "read" | "ignored" | "unknown";

/** What the trajectory of a trial says of one memory it was delivered. */
export type MemoryEvidence = {
  retrievalId: string;
  memoryId: string | null;
  rank: number;
  title: string;
  benchmark: string | null;
  mentions: Mention[];
  follows: Follow[];
  /** Null where it could not be tested. */
  p: number | null;
  controls: number;
  /** The strongest that can be said; unknown: no trajectory, or too few memories to compare with. */
  use: MemoryUse;
};

/** What an agent said and did: a prompt holds the memories themselves, and outputs are not the agent's. */
export function isOfAgent({ source }: Pick<TrajectoryStep, "source">): boolean {
  return !/^(system|user|human|environment|env|tool)\b/i.test(source);
}
