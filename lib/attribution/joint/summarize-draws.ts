import type { Draws } from "./draws.ts";
import { drawsWith, groupColumns, share } from "./group-columns.ts";
import { effectByDraw, summarize } from "./memory-effect.ts";
import type { JointEffect, JointFit, JointGroup, JointMemory } from "./types.ts";

type Unadjusted = Omit<JointEffect, "q">;

/** What the draws say of memories, of groups of them and of pairs. Yields the share done. */
export function* summarizeDraws(
  draws: Draws,
  memoryCount: number,
): Generator<number, Pick<JointFit, "memories" | "groups" | "pairs">> {
  const { design } = draws;
  const pairsOf = Array.from({ length: design.memoryColumns }, (): number[] => []);
  design.pairs.forEach((pair, i) => {
    for (const column of pair) pairsOf[column]?.push(design.memoryColumns + i);
  });
  const withPairs = (columns: readonly number[]) => [
    ...new Set(columns.flatMap((column) => [column, ...(pairsOf[column] ?? [])])),
  ];
  const single: Unadjusted[] = [];
  for (let column = 0; column < design.memoryColumns; column++) {
    single.push(said(draws, withPairs([column]), rateOf(draws, column)));
    yield 0.95 + (0.05 * column) / design.memoryColumns;
  }
  const grouped = groupColumns(draws);
  const groups = grouped.map(({ columns, harms, helps }) =>
    columns.length === 1
      ? (single[columns[0] as number] as Unadjusted)
      : said(draws, withPairs(columns), 1 - Math.max(harms, helps)),
  );
  const pairs = design.pairs.map((_, i) => {
    const column = design.memoryColumns + i;
    return said(draws, [column], rateOf(draws, column));
  });
  const members = membersOf(draws, memoryCount);
  const named = (columns: readonly number[]) => columns.flatMap((column) => members[column] ?? []);
  return {
    memories: perMemory(
      draws,
      memoryCount,
      withQ(single),
      grouped.map(({ columns }) => columns),
    ),
    groups: withQ(groups).map((each, i) => ({ ...each, memories: named(grouped[i]?.columns ?? []) })),
    pairs: withQ(pairs).map((each, i): JointGroup => ({ ...each, memories: named(design.pairs[i] ?? []) })),
  };
}

function said(draws: Draws, columns: readonly number[], lfsr: number): Unadjusted {
  const { byDraw, attempts } = effectByDraw(draws, columns);
  const tasks = new Set(attempts.map((attempt) => draws.design.taskOf[attempt])).size;
  return { ...summarize(byDraw), lfsr, exposures: attempts.length, tasks };
}

function rateOf(draws: Draws, column: number): number {
  return 1 - Math.max(share(drawsWith(draws, column, -1)), share(drawsWith(draws, column, 1)));
}

/** Mean of the rates up to its own, the smallest first. */
function withQ(each: readonly Unadjusted[]): JointEffect[] {
  const q = new Float64Array(each.length);
  let sum = 0;
  [...each.keys()]
    .sort((a, b) => (each[a]?.lfsr ?? 1) - (each[b]?.lfsr ?? 1))
    .forEach((index, place) => {
      sum += each[index]?.lfsr ?? 1;
      q[index] = sum / (place + 1);
    });
  return each.map((one, i) => ({ ...one, q: q[i] as number }));
}

function membersOf({ design }: Draws, memoryCount: number): number[][] {
  const members = Array.from({ length: design.memoryColumns }, (): number[] => []);
  for (let memory = 0; memory < memoryCount; memory++) members[design.columnOf[memory] ?? -1]?.push(memory);
  return members;
}

const neverShown: JointEffect = { effect: 0, lower: 0, upper: 0, lfsr: 1, q: 1, exposures: 0, tasks: 0 };

function perMemory(
  { design }: Draws,
  memoryCount: number,
  columns: readonly JointEffect[],
  groups: readonly (readonly number[])[],
): JointMemory[] {
  const groupOf = new Map(groups.flatMap((its, group) => its.map((column) => [column, group] as const)));
  return Array.from({ length: memoryCount }, (_, memory) => {
    const column = design.columnOf[memory] ?? -1;
    return { ...(columns[column] ?? neverShown), group: groupOf.get(column) ?? -1 };
  });
}
