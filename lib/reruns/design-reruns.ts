import { pairedEProcess } from "#lib/metrics/paired-e-process.ts";
import { sizeOf } from "#lib/metrics/shapley.ts";
import { listExplanations, losesWith } from "./explanations.ts";
import { type PlanDesign, RERUN_ALPHA } from "./schema.ts";
import { type Rates, separatingReruns } from "./separating-reruns.ts";

/**
 * The fewest reruns that (1) differ between each two explanations as often as it takes to tell them apart, and (2) hold
 * as many blocks of each memory as confirm it when all turn out against it. All memories are treated alike, so that
 * subsets of one size have equally many repeats; among equally few, the plan that reruns more of the sizes is chosen,
 * since a Shapley value needs a result at every subset. Exact, by search.
 * @param memories 1 to 5
 * @param rates chances to pass without harm and with it, from the logged attempts
 */
export function designReruns(memories: number, rates: Rates): PlanDesign {
  const { reruns: separating, error, capped } = separatingReruns(rates);
  const blocks = blocksToConfirm(memories);
  const needs = separationsBySize(memories).map((counts) => ({ counts, least: separating }));
  const bySize = searchSizes(memories, needs, blocks);
  const repeats = Array.from({ length: 2 ** memories }, (_, subset) => bySize[sizeOf(subset)] ?? 0);
  const inLattice = Math.max(
    Math.ceil(blocks / 2 ** (memories - 1)),
    ...needs.map(({ counts, least }) => Math.ceil(least / sum(counts))),
  );
  return {
    repeats,
    total: sum(repeats),
    separating,
    error,
    capped,
    blocks,
    rates,
    lattice: { repeats: inLattice, total: inLattice * 2 ** memories },
  };
}

/** Blocks without a doubt, all passed without the memory and failed with it, that confirm one of so many memories. */
export function blocksToConfirm(memories: number): number {
  const product = pairedEProcess(Array.from({ length: 30 }, () => ({ without: true, with: false })));
  return product.findIndex((value) => value >= memories / RERUN_ALPHA) + 1;
}

/** For each two explanations, how many subsets of each size they differ about; equal ones once. */
function separationsBySize(memories: number): number[][] {
  const explanations = listExplanations(memories);
  const found = new Map<string, number[]>();
  explanations.forEach((one, i) => {
    for (const other of explanations.slice(i + 1)) {
      const counts = new Array<number>(memories + 1).fill(0);
      for (let subset = 0; subset < 2 ** memories; subset++)
        if (losesWith(one, subset) !== losesWith(other, subset))
          counts[sizeOf(subset)] = (counts[sizeOf(subset)] ?? 0) + 1;
      found.set(counts.join(), counts);
    }
  });
  return [...found.values()];
}

type Need = { counts: number[]; least: number };

/** The repeats of each size, 0 to k, that fulfill all needs with the fewest reruns. */
function searchSizes(memories: number, needs: readonly Need[], blocks: number): number[] {
  const ways = pascalRow(memories);
  const contexts = pascalRow(memories - 1);
  const most = Math.max(blocks, ...needs.map(({ least }) => least));
  let best: { sizes: number[]; total: number; skipped: number } | null = null;
  const sizes: number[] = [];
  const visit = (total: number): void => {
    if (best && total > best.total) return;
    if (sizes.length <= memories) {
      for (let repeats = 0; repeats <= most; repeats++) {
        sizes.push(repeats);
        visit(total + repeats * (ways[sizes.length - 1] ?? 0));
        sizes.pop();
      }
      return;
    }
    const held = contexts.reduce(
      (all, count, size) => all + count * Math.min(sizes[size] ?? 0, sizes[size + 1] ?? 0),
      0,
    );
    const separates = needs.every(
      ({ counts, least }) => sum(counts.map((count, s) => count * (sizes[s] ?? 0))) >= least,
    );
    if (held < blocks || !separates) return;
    const skipped = sizes.filter((repeats) => repeats === 0).length;
    if (!best || total < best.total || skipped < best.skipped) best = { sizes: [...sizes], total, skipped };
  };
  visit(0);
  if (!best) throw new Error("A plan that reruns every subset as often as allowed fulfills all needs.");
  return (best as { sizes: number[] }).sizes;
}

/** How many subsets of each size there are. */
function pascalRow(n: number): number[] {
  let ways = 1;
  return Array.from({ length: n + 1 }, (_, r) => {
    if (r > 0) ways = (ways * (n - r + 1)) / r;
    return ways;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
