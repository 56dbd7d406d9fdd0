import { paperAbstractionSource } from "#lib/abstraction/paper-values.ts";

/** What stands in the table of DBI and LISI, in one paragraph. */
export function HowToRead({ space }: { space: string }) {
  return (
    <p className="px-4 pt-1 pb-3 text-xs text-muted">
      Space {space}. Higher = more mixed = more abstract. [ ] = 95% interval of the average value over other
      pools drawn like this one, with as many memories of each label; not of an ever larger pool, as both
      measures depend on n. Of shuffled = share of what the same labels give when shuffled; 100% = no
      structure. Paper = {paperAbstractionSource}, on another pool with text-embedding-3-small: for reference,
      not a target. Compare raw LISI only between pools with the same labels, sizes and perplexity. Invariant
      = mean share of a memory's embedding that does not tell its label.
    </p>
  );
}
