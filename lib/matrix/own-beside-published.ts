import { benchmarkKey } from "#lib/benchmarks/benchmark-key.ts";
import type { PublishedBenchmark } from "./published-results.ts";
import type { Matrix, MatrixCell } from "./schema.ts";

/** One's own runs at published benchmarks, found by any spelling; null where a run has nothing there. */
export type OwnColumn = { runId: string; name: string; cells: (MatrixCell | null)[] };

/** The runs of a matrix that have at least one of the benchmarks. */
export function ownBeside(matrix: Matrix, benchmarks: readonly PublishedBenchmark[]): OwnColumn[] {
  const rows = benchmarks.map(({ name }) =>
    matrix.rows.find((row) => row.kind === "benchmark" && benchmarkKey(row.benchmark) === benchmarkKey(name)),
  );
  return matrix.runs.flatMap(({ id, name }, column) => {
    const cells = rows.map((row) => {
      const cell = row?.cells[column];
      return cell && cell.value !== null ? cell : null;
    });
    return cells.some((cell) => cell !== null) ? { runId: id, name, cells } : [];
  });
}
