import { paperAbstractionSource } from "#lib/abstraction/paper-values.ts";

/** What stands in the table of DBI and LISI, in one paragraph. */
export function HowToRead({ space }: { space: string }) {
  return (
    <p className="px-4 pt-1 pb-3 text-xs text-muted">
      Space {space}. Higher = more mixed = more abstract. [ ] = 95% interval: where the value of other pools
      lies on average that were drawn like this one, with as many memories of each label; not that of an ever
      larger pool, for both measures move with n. Of shuffled = as a share of what the same labels give dealt
      out at random: 100% = no structure. Paper = {paperAbstractionSource}, over another pool and
      text-embedding-3-small: to read beside, not to reach. A raw LISI compares only between pools with the
      same labels, sizes and perplexity. Invariant = mean share of a memory's embedding that does not tell its
      label.
    </p>
  );
}
