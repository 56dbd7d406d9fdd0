import type { TrajectoryContent } from "#lib/memories/content.ts";
import type { TrajectoryStep } from "#lib/runs/schema.ts";
import { sha256 } from "#lib/shared/hash.ts";

export type Pair = TrajectoryContent["steps"][number];

/** How much of a trajectory a model is shown, in characters. */
export const transcriptLimits = { action: 4000, observation: 1500, whole: 100_000 } as const;

/** What a trajectory memory keeps of a trial's steps: (action, observation) pairs. Reasoning and messages are dropped. */
export function pairsOf(steps: readonly TrajectoryStep[]): Pair[] {
  const pairs: Pair[] = [];
  for (const { action, observation } of steps) {
    const last = pairs.at(-1);
    if (action) pairs.push({ action, observation: observation ?? "" });
    // Some agents log what came back as a step of its own.
    else if (observation && last && !last.observation) last.observation = observation;
  }
  return pairs;
}

/** The pairs as numbered text: long parts lose their middle, a long trajectory its middle steps, and each says so. */
export function renderTranscript(pairs: readonly Pair[]): string {
  const steps = pairs.map(
    ({ action, observation }, index) =>
      `[step ${index + 1}]\n$ ${middleCut(action, transcriptLimits.action)}\n${middleCut(observation, transcriptLimits.observation)}`,
  );
  const size = steps.reduce((sum, step) => sum + step.length + 1, 0);
  if (size <= transcriptLimits.whole) return steps.join("\n");
  const head = takeWhileFits(steps, transcriptLimits.whole * 0.3);
  const tail = takeWhileFits(steps.toReversed(), transcriptLimits.whole * 0.7).reverse();
  const omitted = Math.max(0, steps.length - head.length - tail.length);
  return [...head, `[${omitted} steps left out]`, ...tail].join("\n");
}

/** Sets data apart by a line that the data can't contain, since it is made from the data. */
export function fence(data: string): { mark: string; text: string } {
  const mark = `DATA-${sha256(data).slice(0, 12)}`;
  return { mark, text: `${mark}\n${data}\n${mark}` };
}

function middleCut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.floor((limit * 2) / 3)).replace(/[\uD800-\uDBFF]$/, "");
  const tail = text.slice(-Math.floor(limit / 3)).replace(/^[\uDC00-\uDFFF]/, "");
  return `${head}\n[${text.length - head.length - tail.length} characters left out]\n${tail}`;
}

function takeWhileFits(steps: readonly string[], budget: number): string[] {
  let used = 0;
  const end = steps.findIndex((step) => {
    used += step.length + 1;
    return used > budget;
  });
  return steps.slice(0, end === -1 ? steps.length : end);
}
