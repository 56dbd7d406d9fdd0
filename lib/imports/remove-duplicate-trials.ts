import type { PlacedTrial } from "./assembled.ts";
import { compareNaturally } from "./repeat-stem.ts";
import type { Problem } from "./schema.ts";

export type Copies = { folder: string; of: string; trials: PlacedTrial[] };

/**
 * Leaves out trials that lie in the import twice, as in a copy of a run inside another: the one in the folder nearest
 * to the top stays.
 * @returns the trials without the copies, and the copies by their run's folder
 */
export function removeDuplicateTrials(
  trials: readonly PlacedTrial[],
  identities: ReadonlyMap<PlacedTrial, string>,
): { trials: PlacedTrial[]; copies: Copies[] } {
  const originals = new Map<string, PlacedTrial>();
  const copies = new Map<string, Copies>();
  for (const trial of trials.toSorted(byDepth)) {
    const identity = identities.get(trial) ?? "";
    const original = originals.get(identity);
    if (original === undefined) {
      originals.set(identity, trial);
      continue;
    }
    const key = `${trial.runFolder}\n${original.runFolder}`;
    const found = copies.get(key) ?? { folder: trial.path, of: original.path, trials: [] };
    found.trials.push(trial);
    copies.set(key, found);
  }
  const kept = new Set(originals.values());
  return { trials: trials.filter((trial) => kept.has(trial)), copies: [...copies.values()] };
}

/** What the report says of the copies of one run's folder. */
export function duplicatesProblem({ folder, of, trials }: Copies): Problem {
  const many = trials.length === 1 ? "This trial is" : `These ${trials.length} trials are`;
  return {
    path: folder,
    line: null,
    field: null,
    reason: `${many} a copy of what is at ${of}, and imported once.`,
  };
}

function byDepth(a: PlacedTrial, b: PlacedTrial): number {
  const depth = (trial: PlacedTrial) => trial.runFolder.split("/").length;
  return depth(a) - depth(b) || compareNaturally(a.sourcePath, b.sourcePath);
}
