type Slot = { subset: number; repeat: number };
/** A rerun without a memory, and one of the same subset with it. */
export type PlannedBlock = { without: Slot; with: Slot };

/**
 * The blocks of one memory, round by round of the plan, in an order that no outcome changes: repeat by repeat, and within
 * that subset by subset. Repeats beyond the planned ones are further rounds of the same plan.
 * @param repeats planned, by subset
 */
export function* orderBlocks(repeats: readonly number[], memory: number): Generator<PlannedBlock> {
  const bit = 1 << memory;
  const contexts = repeats.flatMap((count, subset) => {
    const both = subset & bit ? 0 : Math.min(count, repeats[subset | bit] ?? 0);
    return both > 0 ? [{ subset, both }] : [];
  });
  const most = Math.max(0, ...contexts.map(({ both }) => both));
  if (most === 0) return;
  for (let round = 0; ; round++) {
    const slot = (subset: number, repeat: number): Slot => ({
      subset,
      repeat: round * (repeats[subset] ?? 0) + repeat,
    });
    for (let repeat = 1; repeat <= most; repeat++)
      for (const { subset, both } of contexts)
        if (repeat <= both) yield { without: slot(subset, repeat), with: slot(subset | bit, repeat) };
  }
}
