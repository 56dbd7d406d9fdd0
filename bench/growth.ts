import type { BenchRow } from "./row.ts";

/** How the time of rows of one name grows: the exponent of n between the smallest and the largest. */
export function growthRow(rows: readonly BenchRow[], name: string): BenchRow {
  const measured = rows.filter((row) => row.name === name && row.seconds !== null).sort((a, b) => a.n - b.n);
  const small = measured[0];
  const large = measured.at(-1);
  if (!small?.seconds || !large?.seconds || small === large)
    return { name: `growth of ${name}`, n: 0, seconds: null, note: "measured at one size only" };
  const exponent = Math.log(large.seconds / small.seconds) / Math.log(large.n / small.n);
  return {
    name: `growth of ${name}`,
    n: large.n,
    seconds: null,
    note: `n^${exponent.toFixed(2)} from ${small.n.toLocaleString("en")} to ${large.n.toLocaleString("en")}`,
  };
}
