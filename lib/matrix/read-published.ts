import { mcnemar } from "#lib/metrics/mcnemar.ts";
import type { PublishedRow, PublishedTable } from "./published-results.ts";

/** p of the exact McNemar test for one number of discordant pairs. */
type PossibleP = { discordant: number; p: number };

/** What a printed row says when it is read as whole tasks. */
export type ReadRow = {
  name: string;
  /** Tasks solved per benchmark; not whole where the shares are means of several runs. */
  solved: number[];
  micro: number;
  macro: number;
  /** Tasks solved more than by the first row; null for the first, and where shares are no whole tasks. */
  net: number | null;
  /** p by the number of discordant pairs, which is not printed: from the fewest to the most there can be. */
  possible: PossibleP[];
  /** The most discordant pairs with p <= .05; null where not even the fewest would do. */
  significantUpTo: number | null;
  /** Micro and macro averages point in opposite directions, compared with the first row. */
  averagesDisagree: boolean;
};

/** Reads a printed table as solved tasks, with what its differences from the first row can and can't say. */
export function readPublished(table: PublishedTable): ReadRow[] {
  const [first] = table.rows;
  return table.rows.map((row) => readRow(row, row === first ? null : (first ?? null), table));
}

function readRow(row: PublishedRow, first: PublishedRow | null, table: PublishedTable): ReadRow {
  const solved = countSolved(row, table);
  const micro = sum(solved) / sum(table.benchmarks.map(({ tasks }) => tasks));
  const macro = sum(row.shares) / row.shares.length;
  if (!first) {
    return {
      name: row.name,
      solved,
      micro,
      macro,
      net: null,
      possible: [],
      significantUpTo: null,
      averagesDisagree: false,
    };
  }
  const before = readRow(first, null, table);
  const isWhole = table.measure === "pass@3";
  const net = isWhole ? sum(solved) - sum(before.solved) : null;
  const possible = net === null ? [] : possiblePs(before.solved, solved, table);
  return {
    name: row.name,
    solved,
    micro,
    macro,
    net,
    possible,
    significantUpTo: possible.findLast(({ p }) => p <= 0.05)?.discordant ?? null,
    averagesDisagree: (micro - before.micro) * (macro - before.macro) < 0,
  };
}

/** Shares of pass@3 are whole tasks; those of pass@1 are means of three runs, thirds of tasks. */
function countSolved({ shares }: PublishedRow, { benchmarks, measure }: PublishedTable): number[] {
  const parts = measure === "pass@3" ? 1 : 3;
  return shares.map((share, i) => Math.round(share * (benchmarks[i]?.tasks ?? 0) * parts) / parts);
}

/**
 * p for every number of discordant pairs that the printed counts leave open. At each benchmark at least as many pairs
 * are discordant as its count changed by, and no more can be lost than were solved, or gained than were not.
 */
function possiblePs(
  before: readonly number[],
  after: readonly number[],
  { benchmarks }: PublishedTable,
): PossibleP[] {
  let gained = 0;
  let lost = 0;
  let more = 0;
  before.forEach((solved, i) => {
    const change = (after[i] ?? 0) - solved;
    gained += Math.max(0, change);
    lost += Math.max(0, -change);
    const unsolved = (benchmarks[i]?.tasks ?? 0) - solved;
    more += Math.min(unsolved - Math.max(0, change), solved - Math.max(0, -change));
  });
  return Array.from({ length: more + 1 }, (_, extra) => ({
    discordant: gained + lost + 2 * extra,
    p: mcnemar(gained + extra, lost + extra).p,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
