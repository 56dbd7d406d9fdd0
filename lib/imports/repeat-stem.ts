/** How runs of one set-up are told to be repeats of each other: by their folders' names. */

const TIMESTAMP = /\d{4}-\d\d-\d\d[T_-]{1,2}\d\d[-:]?\d\d[-:]?\d\d/;
const MARKED = /[-_. ]?(?:run|attempt|repeat|rep|seed|try|r)[-_. ]?\d+$/i;
const DIGITS = /[-_. ]?\d+$/;

/**
 * The name of a run folder without what marks a repeat: `T-SE_run2` and `T-SE` both give `T-SE`. Where a harness names
 * repeats by a bare number or the time (Terminal-Bench: `openhands-sonnet2`), `loose` takes those off too, so that
 * a folder named by time alone gives "".
 */
export function repeatStem(name: string, loose: boolean): string {
  const marked = name.replace(MARKED, "");
  if (!loose || marked !== name) return marked === "" && !loose ? name : marked;
  const stem = name.replace(TIMESTAMP, "").replace(/[-_. ]+$/, "");
  return stem === name ? name.replace(DIGITS, "") : stem;
}

/** Kept: `localeCompare` with options makes one for each pair, and holds it outside of the heap until it is collected. */
const byCount = new Intl.Collator("en", { numeric: true });

/** Compares names as people count: run2 before run10. */
export function compareNaturally(a: string, b: string): number {
  return byCount.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
