import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { findFollows } from "./find-follows.ts";
import type { MemoryText } from "./schema.ts";

type Random = () => number;

export type FollowSimulation = {
  trials: number;
  steps: number;
  controls: number;
  /** Memories delivered to each trial. */
  delivered: number;
  /** Commands of the first memory that the agent runs; 0: it ignores them all. */
  copied: number;
};

/** Words that all agents and memories use, and those that only some do: a few often, most rarely. */
const TOOLS = 12;
const WORDS = 400;

/**
 * Trials of an agent that ignores its memories, or runs some commands of the first: share of the trials in which any
 * ignored memory is said to be followed, and in which the first one is.
 */
export function simulateFollows(
  { trials, steps, controls, delivered, copied }: FollowSimulation,
  random: Random,
): { falseTrials: number; found: number } {
  let falseTrials = 0;
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const memories = Array.from({ length: delivered }, () => drawMemory(random));
    const others = Array.from({ length: controls }, () => drawMemory(random));
    const lines = memories[0]?.text.split("\n") ?? [];
    const actions = Array.from({ length: steps }, (_, i) =>
      i < copied ? (lines[i % lines.length] ?? "") : drawCommand(random),
    );
    const followed = memories.map((memory) =>
      isFollowed({ memory, controls: others, steps: actions.map(stepOf), known: [], family: delivered }),
    );
    if (followed.some((each, i) => each && (copied === 0 || i > 0))) falseTrials += 1;
    if (followed[0]) found += 1;
  }
  return { falseTrials: falseTrials / trials, found: found / trials };
}

function isFollowed(input: Parameters<typeof findFollows>[0]): boolean {
  return (findFollows(input)?.follows.length ?? 0) > 0;
}

function stepOf(action: string): TrajectoryStep {
  return { source: "agent", message: null, reasoning: null, action, observation: null };
}

/** Memories differ in length, as real ones do. */
function drawMemory(random: Random): MemoryText {
  const length = 2 + Math.floor(random() * 10);
  const text = Array.from({ length }, () => drawCommand(random)).join("\n");
  return { title: drawCommand(random), text };
}

function drawCommand(random: Random): string {
  const words = [`tool${Math.floor(TOOLS * random() ** 2)}`];
  while (words.length < 3 + 3 * random()) words.push(`w${Math.floor(WORDS * random() ** 3)}`);
  return words.join(" ");
}
