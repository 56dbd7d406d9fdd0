import type { Draws } from "./draws.ts";

/** A group is named together once one of it does harm (or good) with this chance. */
const SURE = 0.95;
const MOST_MEMBERS = 6;

export type ColumnGroup = {
  /** The likeliest first. */
  columns: number[];
  /** Chance that at least one does harm, good, beyond the ordinary. */
  harms: number;
  helps: number;
};

/**
 * Puts columns together among which the data can't say which one did it, as fine mapping of genes does with credible
 * sets: none is sure alone, they share attempts (see `rivals`), each does it rather where the other does not, and
 * together they are sure. Every other column is a group of its own.
 */
export function groupColumns(draws: Draws): ColumnGroup[] {
  const rivals = rivalsOf(draws);
  const groups: ColumnGroup[] = [];
  const isTaken = new Uint8Array(draws.design.memoryColumns);
  const chances = [...isTaken.keys()].map((column) => ({
    column,
    harms: share(drawsWith(draws, column, -1)),
    helps: share(drawsWith(draws, column, 1)),
  }));
  const surest = chances.toSorted((a, b) => Math.max(b.harms, b.helps) - Math.max(a.harms, a.helps));
  for (const { column, harms, helps } of surest) {
    if (isTaken[column] === 1) continue;
    const sign = harms >= helps ? -1 : 1;
    const columns = growGroup(draws, column, sign, (other) =>
      (rivals.get(other) ?? []).filter((each) => isTaken[each] === 0),
    );
    for (const each of columns) isTaken[each] = 1;
    groups.push({
      columns,
      harms: share(union(draws, columns, -1)),
      helps: share(union(draws, columns, 1)),
    });
  }
  return groups;
}

function growGroup(
  draws: Draws,
  first: number,
  sign: number,
  rivalsOf: (column: number) => number[],
): number[] {
  const columns = [first];
  let known = drawsWith(draws, first, sign);
  while (share(known) < SURE) {
    if (columns.length === MOST_MEMBERS) return [first];
    let best = { column: -1, known, gain: 0 };
    for (const column of new Set(columns.flatMap(rivalsOf))) {
      if (columns.includes(column)) continue;
      const own = drawsWith(draws, column, sign);
      const both = share(own.map((is, i) => is & (known[i] as number)));
      if (both > share(own) * share(known)) continue;
      const gain = share(own) - both;
      if (gain > best.gain) best = { column, known: own.map((is, i) => is | (known[i] as number)), gain };
    }
    if (best.column === -1) return [first];
    columns.push(best.column);
    known = best.known;
  }
  return columns;
}

function rivalsOf({ design }: Draws): Map<number, number[]> {
  const rivals = new Map<number, number[]>();
  for (const [a, b] of design.rivals) {
    rivals.set(a, [...(rivals.get(a) ?? []), b]);
    rivals.set(b, [...(rivals.get(b) ?? []), a]);
  }
  return rivals;
}

/** 1 in each draw in which a column does harm (-1) or good (1). */
export function drawsWith({ signs, count, design }: Draws, column: number, sign: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, draw) =>
    Number(signs[draw * design.columns + column] === sign),
  );
}

function union(draws: Draws, columns: readonly number[], sign: number): Uint8Array {
  return columns
    .map((column) => drawsWith(draws, column, sign))
    .reduce((all, each) => all.map((is, i) => is | (each[i] as number)));
}

export function share(draws: Uint8Array): number {
  return draws.reduce((sum, is) => sum + is, 0) / draws.length;
}
