import { type Block, pairedEProcess } from "#lib/metrics/paired-e-process.ts";
import type { FoldedResults } from "./fold-results.ts";
import { orderBlocks } from "./order-blocks.ts";
import type { RerunState } from "./schema.ts";

/** What the reruns say of one memory, under the stopping rule. */
export type MemoryDecision = {
  state: RerunState;
  /** Highest evidence so far; the memory is confirmed once it reaches `threshold`. */
  evidence: number;
  threshold: number;
  /** Blocks read, of those in one round of the plan. */
  blocks: number;
  planned: number;
  /** Blocks that passed without it and failed with it, and the reverse. */
  against: number;
  inFavor: number;
  /** Blocks that are complete, but wait for an earlier one. */
  waiting: number;
  /** Further blocks that would confirm it, were all to turn out against it; 0 when it is confirmed. */
  least: number;
};

/**
 * Judges a memory by its blocks: confirmed once the evidence has ever reached 1 / alpha, which for a memory that does no
 * harm has a chance of at most alpha, however often one looks (Ville's inequality). Alpha is shared equally by the
 * memories of the plan (Bonferroni).
 * @param repeats planned, by subset
 */
export function judgeMemory(
  repeats: readonly number[],
  memory: number,
  { outcomeOf }: Pick<FoldedResults, "outcomeOf">,
  alpha: number,
): MemoryDecision {
  const threshold = Math.log2(repeats.length) / alpha;
  const planned = blocksInRound(repeats, memory);
  const { blocks, waiting } = readBlocks(repeats, memory, outcomeOf);
  const evidence = Math.max(1, ...pairedEProcess(blocks));
  const isConfirmed = evidence >= threshold;
  const isOver = blocks.length >= planned && waiting === 0;
  return {
    state: isConfirmed ? "confirmed" : isOver ? "not-confirmed" : "open",
    evidence,
    threshold,
    blocks: blocks.length,
    planned,
    against: blocks.filter((block) => block.without && !block.with).length,
    inFavor: blocks.filter((block) => !block.without && block.with).length,
    waiting,
    least: isConfirmed ? 0 : leastFurther(blocks, threshold),
  };
}

/**
 * The complete blocks of a memory in their fixed order up to the first that is open: the order in which reruns end, in
 * which the failed ones may be late, must not choose what is read. Those behind it wait.
 */
export function readBlocks(
  repeats: readonly number[],
  memory: number,
  outcomeOf: FoldedResults["outcomeOf"],
): { blocks: Block[]; waiting: number } {
  const planned = blocksInRound(repeats, memory);
  const blocks: Block[] = [];
  let [waiting, place, lastComplete] = [0, 0, 0];
  for (const { without, with: treated } of orderBlocks(repeats, memory)) {
    place += 1;
    const [a, b] = [outcomeOf(without.subset, without.repeat), outcomeOf(treated.subset, treated.repeat)];
    if (a !== undefined && b !== undefined) {
      lastComplete = place;
      if (place === blocks.length + 1) blocks.push({ without: a, with: b });
      else waiting += 1;
    }
    // A whole round without a complete block ends the reading.
    if (place - lastComplete >= planned) break;
  }
  return { blocks, waiting };
}

function blocksInRound(repeats: readonly number[], memory: number): number {
  return repeats.reduce((sum, count, subset) => {
    const both = subset & (1 << memory) ? 0 : Math.min(count, repeats[subset | (1 << memory)] ?? 0);
    return sum + both;
  }, 0);
}

function leastFurther(blocks: readonly Block[], threshold: number): number {
  const most = 200;
  const against = Array.from({ length: most }, (): Block => ({ without: true, with: false }));
  const reached = pairedEProcess([...blocks, ...against]).slice(blocks.length);
  const place = reached.findIndex((value) => value >= threshold);
  return place < 0 ? most : place + 1;
}
